import importlib.metadata
import pathlib
import subprocess
import sys

import newsmark
import pytest

ROOT = pathlib.Path(__file__).parent.parent


@pytest.mark.parametrize(
    "example, says",
    [("pandas_column.py", "2300000000"), ("polars_column.py", "Ada Obi")],
)
def test_the_examples_run(example, says):
    run = subprocess.run(
        [sys.executable, ROOT / "examples" / example], capture_output=True, encoding="utf-8", env={"PYTHONUTF8": "1"}
    )
    assert run.returncode == 0, run.stderr
    assert says in run.stdout


def test_the_types_say_what_it_does(tmp_path):
    mypy = pytest.importorskip("mypy.api")
    typed = tmp_path / "typed.py"

    def check(code):
        typed.write_text("import newsmark\n" + code)
        out, _, status = mypy.run(["--strict", "--no-incremental", "--ignore-missing-imports", str(typed)])
        return status, out

    status, out = check(
        "found: list[newsmark.Annotation] = newsmark.extract('', '2024-07-02', offsets='byte')\n"
        "score: float | None = found[0].score\n"
        "newsmark.extract_batch(['', None], errors='null')\n"
    )
    assert status == 0, out
    status, out = check("newsmark.extract('', offsets='words')\n")
    assert status == 1 and "words" in out


def test_the_stub_names_what_the_package_has(tmp_path):
    stubtest = pytest.importorskip("mypy.stubtest")
    config = tmp_path / "mypy.ini"
    # PyArrow has no types.
    config.write_text("[mypy]\nignore_missing_imports = true\n")
    options = stubtest.parse_options(["newsmark", "--ignore-missing-stub", f"--mypy-config-file={config}"])
    assert stubtest.test_stubs(options) == 0


def test_it_says_which_version_it_is():
    assert newsmark.__version__ == importlib.metadata.version("newsmark")
    manifest = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{newsmark.__version__}"\n' in manifest


def test_an_annotation_is_a_dataclass_for_type_checkers_too(tmp_path):
    mypy = pytest.importorskip("mypy.api")
    typed = tmp_path / "typed.py"
    typed.write_text(
        "import dataclasses\nimport newsmark\n"
        "one = newsmark.extract('In Rome.')[0]\n"
        "fields: dict[str, object] = dataclasses.asdict(one)\n"
        "other: newsmark.Annotation = dataclasses.replace(one, label='ORG')\n"
        "version: str = newsmark.__version__\n"
    )
    out, _, status = mypy.run(["--strict", "--no-incremental", str(typed)])
    assert status == 0, out


def test_the_licences_and_what_it_is_about_travel_with_it():
    about = importlib.metadata.metadata("newsmark")
    assert about["License-Expression"] == "MIT OR Apache-2.0"
    assert {"nlp", "news", "named-entity-recognition"} <= set(about["Keywords"].split(","))
    files = importlib.metadata.files("newsmark")
    for name in about.get_all("License-File"):
        packed = next(file for file in files if file.name == name)
        assert packed.read_text(encoding="utf-8") == (ROOT.parent.parent / name).read_text(encoding="utf-8")
    assert set(about.get_all("License-File")) == {"LICENSE-APACHE", "LICENSE-MIT"}

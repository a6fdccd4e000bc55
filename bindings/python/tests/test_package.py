import pathlib
import subprocess
import sys

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

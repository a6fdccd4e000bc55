//! What a person does with the page, done in a headless Chromium.
//!
//! `cargo xtask test` builds the page, starts ChromeDriver and runs these. A plain `cargo test`
//! has neither and reports every journey as ignored.
//!
//! A journey is an async function that gets a [`Page`](page::Page): a fresh browser profile, and
//! the built page on a web server of its own. It is listed in `main` and lives in `journeys`.

mod axe;
mod driver;
mod extension;
mod hands;
mod journeys;
mod page;
mod paper;
mod screenshot;
mod selection;
mod server;
mod watch;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use tokio::task::LocalSet;

use crate::driver::Browser::{self, Chromium, Firefox};
use crate::driver::Profile::{self, Narrow, Usual, WithoutStorage};
use crate::driver::{NARROW, Settings};
use crate::page::Page;
use crate::server::Site;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let journeys = vec![
        journey("opens_with_its_title", journeys::opening::opens_with_its_title),
        journey("says_when_a_module_is_missing", journeys::loading::says_when_a_module_is_missing),
        journey("says_when_the_binding_is_missing", journeys::loading::says_when_the_binding_is_missing),
        journey("says_when_the_program_is_missing", journeys::loading::says_when_the_program_is_missing),
        journey("says_when_the_program_is_cut_short", journeys::loading::says_when_the_program_is_cut_short),
        journey("says_when_webassembly_is_off", journeys::loading::says_when_webassembly_is_off),
        journey("says_when_opened_from_a_folder", journeys::loading::says_when_opened_from_a_folder),
        journey("gives_the_article_room", journeys::room::gives_the_article_room),
        journey("begins_in_sight", journeys::room::begins_in_sight),
        journey("shows_details_beside_a_mark", journeys::room::shows_details_beside_a_mark),
        journey("letters_are_keys", journeys::room::letters_are_keys),
        journey("says_what_the_letters_mean", journeys::room::says_what_the_letters_mean),
        journey("keeps_its_bars_in_sight", journeys::room::keeps_its_bars_in_sight),
        journey("has_a_next_step_at_the_end", journeys::room::has_a_next_step_at_the_end),
        journey("does_the_main_job", journeys::main_job::does_the_main_job),
        journey("works_by_keyboard", journeys::main_job::works_by_keyboard),
        journey("hides_labels_and_undoes_everything", journeys::main_job::hides_labels_and_undoes_everything),
        journey("joins_other_spellings", journeys::names::joins_other_spellings),
        journey("keeps_the_draft", journeys::main_job::keeps_the_draft),
        journey("keeps_the_article_details", journeys::main_job::keeps_the_article_details),
        journey("nothing_keeps_anybody_out", journeys::access::nothing_keeps_anybody_out),
        journey("whole_job_by_keyboard_alone", journeys::editor::reviewing::whole_job_by_keyboard_alone),
        journey(
            "reviews_articles_with_few_presses",
            journeys::editor::reviewing::reviews_articles_with_few_presses,
        ),
        journey("edits_whole_entities", journeys::editor::entities::edits_whole_entities),
        journey("moves_the_ends_of_marks", journeys::editor::spans::moves_the_ends_of_marks),
        journey("goes_through_a_stack", journeys::editor::spans::goes_through_a_stack),
        journey("marks_other_scripts", journeys::editor::spans::marks_other_scripts),
        journey("mends_values", journeys::editor::values::mends_values),
        journey("tells_sources", journeys::editor::sources::tells_sources),
        journey("carries_sources", journeys::editor::sources::carries_sources),
        journey("runs_the_npm_package", journeys::package::runs_the_npm_package),
        journey_in(Firefox, Usual, "firefox_runs_the_npm_package", journeys::package::runs_the_npm_package),
        journey("finds_what_the_library_finds", journeys::package::finds_what_the_library_finds),
        journey("checks_facts", journeys::facts::checks_facts),
        journey_in(Firefox, Usual, "firefox_checks_facts", journeys::facts::checks_facts),
        journey("notes_evidence", journeys::facts::notes_evidence),
        journey("filters_facts", journeys::facts::filters_facts),
        journey("tells_what_is_empty", journeys::facts::tells_what_is_empty),
        journey("lists_who_said_what", journeys::facts::lists_who_said_what),
        journey("saves_by_keys", journeys::facts::saves_by_keys),
        journey("prints_the_whole_sheet", journeys::facts::prints_the_whole_sheet),
        journey("prints_what_may_be_nothing", journeys::facts::prints_what_may_be_nothing),
        journey("tells_losses_in_short", journeys::facts::tells_losses_in_short),
        journey("shows_the_timeline", journeys::facts::shows_the_timeline),
        journey("compares_reports", journeys::facts::compares_reports),
        journey("says_what_each_total_counts", journeys::facts::says_what_each_total_counts),
        journey("opens_the_sheet_at_its_top", journeys::facts::opens_the_sheet_at_its_top),
        journey("brings_reports_into_compare", journeys::facts::brings_reports_into_compare),
        journey("compares_news", journeys::facts::compares_news),
        journey("lists_the_facts_of_the_library", journeys::facts::lists_the_facts_of_the_library),
        journey("changes_label_sets", journeys::editor::labels::changes_label_sets),
        journey("marks_all_occurrences", journeys::editor::entities::marks_all_occurrences),
        journey("finds_in_article_and_library", journeys::editor::finding::finds_in_article_and_library),
        journey(
            "opens_an_article_where_it_was_found",
            journeys::editor::finding::opens_an_article_where_it_was_found,
        ),
        journey("library_begins_empty", journeys::library::library_begins_empty),
        journey("library_sorts_and_filters", journeys::library::library_sorts_and_filters),
        journey("library_renames_and_tags", journeys::library::library_renames_and_tags),
        journey("library_works_by_keyboard", journeys::library::library_works_by_keyboard),
        journey("library_holds_two_thousand", journeys::library::library_holds_two_thousand),
        journey("library_fits_every_screen", journeys::library::library_fits_every_screen),
        journey(
            "library_banners_go_with_their_cause",
            journeys::library::library_banners_go_with_their_cause,
        ),
        journey("runs_commands_and_changes_keys", journeys::editor::finding::runs_commands_and_changes_keys),
        journey("says_what_comes_in", journeys::editor::intake::says_what_comes_in),
        journey("begins_with_a_box", journeys::editor::intake::begins_with_a_box),
        journey("says_that_it_reads_english", journeys::editor::intake::says_that_it_reads_english),
        journey("undoes_after_a_reload", journeys::editor::keeping::undoes_after_a_reload),
        journey("leaves_page_furniture_alone", journeys::editor::intake::leaves_page_furniture_alone),
        journey("prints_the_marks", journeys::editor::keeping::prints_the_marks),
        journey_in(
            Firefox,
            Usual,
            "firefox_whole_job_by_keyboard_alone",
            journeys::editor::reviewing::whole_job_by_keyboard_alone,
        ),
        journey_in(Firefox, Usual, "firefox_mends_values", journeys::editor::values::mends_values),
        journey_in(
            Firefox,
            Usual,
            "firefox_edits_whole_entities",
            journeys::editor::entities::edits_whole_entities,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_goes_through_a_stack",
            journeys::editor::spans::goes_through_a_stack,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_reviews_articles_with_few_presses",
            journeys::editor::reviewing::reviews_articles_with_few_presses,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_marks_all_occurrences",
            journeys::editor::entities::marks_all_occurrences,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_changes_label_sets",
            journeys::editor::labels::changes_label_sets,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_finds_in_article_and_library",
            journeys::editor::finding::finds_in_article_and_library,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_undoes_after_a_reload",
            journeys::editor::keeping::undoes_after_a_reload,
        ),
        journey("two_people_merge", journeys::colleagues::two_people_merge),
        journey_in(Firefox, Usual, "firefox_two_people_merge", journeys::colleagues::two_people_merge),
        journey("shares_by_link", journeys::colleagues::shares_by_link),
        journey("updates_the_text", journeys::colleagues::updates_the_text),
        journey("offers_extract_to_other_pages", journeys::main_job::offers_extract_to_other_pages),
        journey("says_what_is_wrong_with_a_file", journeys::trouble::says_what_is_wrong_with_a_file),
        journey(
            "opens_text_files_of_an_article_s_size",
            journeys::trouble::opens_text_files_of_an_article_s_size,
        ),
        journey("lists_what_has_no_place", journeys::trouble::lists_what_has_no_place),
        journey("keeps_what_could_not_be_saved", journeys::trouble::keeps_what_could_not_be_saved),
        journey(
            "finds_everything_after_a_closed_tab",
            journeys::trouble::finds_everything_after_a_closed_tab,
        ),
        journey("shows_long_articles_whole", journeys::long::shows_long_articles_whole),
        journey("calls_off_the_reading", journeys::long::calls_off_the_reading),
        journey("does_the_main_job_without_a_server", journeys::offline::without_a_server),
        journey("opens_files_from_outside", journeys::arrivals::opens_files_from_outside),
        journey("takes_several_files_at_once", journeys::arrivals::takes_several_files_at_once),
        journey("takes_what_is_shared", journeys::arrivals::takes_what_is_shared),
        journey("offers_an_update", journeys::offline::offers_an_update),
        journey("does_the_main_job_from_one_file", journeys::offline::from_one_file),
        journey_in(Chromium, Narrow, "narrow_does_the_main_job", journeys::main_job::does_the_main_job),
        journey_in(Chromium, Narrow, "narrow_without_a_server", journeys::offline::without_a_server),
        journey_in(Chromium, Narrow, "narrow_from_one_file", journeys::offline::from_one_file),
        journey_in(Firefox, Usual, "firefox_opens_with_its_title", journeys::opening::opens_with_its_title),
        journey_in(Firefox, Usual, "firefox_does_the_main_job", journeys::main_job::does_the_main_job),
        journey_in(Firefox, Usual, "firefox_works_by_keyboard", journeys::main_job::works_by_keyboard),
        journey_in(Firefox, Usual, "firefox_without_a_server", journeys::offline::without_a_server),
        journey_in(Firefox, Usual, "firefox_from_one_file", journeys::offline::from_one_file),
        journey_in(
            Firefox,
            Narrow,
            "firefox_narrow_does_the_main_job",
            journeys::main_job::does_the_main_job,
        ),
        journey_in(Firefox, Narrow, "firefox_narrow_without_a_server", journeys::offline::without_a_server),
        journey_in(Firefox, Narrow, "firefox_narrow_from_one_file", journeys::offline::from_one_file),
        journey("shows_newer_records", journeys::trouble::shows_newer_records),
        journey("sets_damaged_records_aside", journeys::trouble::sets_damaged_records_aside),
        journey("asks_for_nothing_once_it_has_loaded", journeys::policy::asks_for_nothing_once_it_has_loaded),
        journey("lets_nothing_in", journeys::policy::lets_nothing_in),
        journey("shows_invisible_characters", journeys::keeping::shows_invisible_characters),
        journey("survives_a_killed_browser", journeys::crash::survives_a_killed_browser),
        journey(
            "undo_stops_where_the_article_came_in",
            journeys::trust::undo_stops_where_the_article_came_in,
        ),
        journey("deleted_articles_wait_in_the_bin", journeys::trust::deleted_articles_wait_in_the_bin),
        journey("the_address_names_what_is_shown", journeys::trust::the_address_names_what_is_shown),
        journey("addresses_that_lead_nowhere_say_so", journeys::trust::addresses_that_lead_nowhere_say_so),
        journey("review_goes_on_by_mouse", journeys::trust::review_goes_on_by_mouse),
        journey_in(
            Chromium,
            Narrow,
            "narrow_review_goes_on_by_mouse",
            journeys::trust::review_goes_on_by_mouse,
        ),
        journey("fields_let_go_of_the_keys", journeys::trust::fields_let_go_of_the_keys),
        journey("figures_are_the_same_everywhere", journeys::trust::figures_are_the_same_everywhere),
        journey("decisions_carry_a_name", journeys::trust::decisions_carry_a_name),
        journey_in(
            Firefox,
            Usual,
            "firefox_undo_stops_where_the_article_came_in",
            journeys::trust::undo_stops_where_the_article_came_in,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_deleted_articles_wait_in_the_bin",
            journeys::trust::deleted_articles_wait_in_the_bin,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_the_address_names_what_is_shown",
            journeys::trust::the_address_names_what_is_shown,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_review_goes_on_by_mouse",
            journeys::trust::review_goes_on_by_mouse,
        ),
        journey_in(
            Firefox,
            Usual,
            "firefox_fields_let_go_of_the_keys",
            journeys::trust::fields_let_go_of_the_keys,
        ),
        journey("two_tabs_keep_all_edits", journeys::tabs::two_tabs_keep_all_edits),
        journey("deleting_in_one_tab_loses_nothing", journeys::tabs::deleting_in_one_tab_loses_nothing),
        journey("backs_up_and_restores_the_library", journeys::keeping::backs_up_and_restores_the_library),
        journey("restores_an_earlier_day", journeys::keeping::restores_an_earlier_day),
        journey("holds_a_thousand_articles", journeys::keeping::holds_a_thousand_articles),
        journey_in(
            Chromium,
            WithoutStorage,
            "works_without_storage",
            journeys::keeping::works_without_storage,
        ),
        extended(Chromium, "extension_takes_articles", journeys::extension::takes_articles),
        extended(Chromium, "extension_takes_other_articles", journeys::extension::takes_other_articles),
        extended(Firefox, "firefox_extension_takes_articles", journeys::extension::takes_articles),
        extended(Chromium, "extension_shows_marks_on_the_page", journeys::extension::shows_marks_on_the_page),
        extended(
            Firefox,
            "firefox_extension_shows_marks_on_the_page",
            journeys::extension::shows_marks_on_the_page,
        ),
        extended(
            Chromium,
            "extension_brings_articles_up_to_date",
            journeys::extension::brings_articles_up_to_date,
        ),
        extended(
            Firefox,
            "firefox_extension_brings_articles_up_to_date",
            journeys::extension::brings_articles_up_to_date,
        ),
        extended(Chromium, "extension_takes_what_is_selected", journeys::extension::takes_what_is_selected),
        extended(
            Firefox,
            "firefox_extension_takes_what_is_selected",
            journeys::extension::takes_what_is_selected,
        ),
        extended(Chromium, "extension_takes_pages_of_any_size", journeys::extension::takes_pages_of_any_size),
        extended(
            Chromium,
            "extension_tells_doubts_at_the_button",
            journeys::extension::tells_doubts_at_the_button,
        ),
        extended(Chromium, "extension_does_the_main_job", journeys::extension::does_the_main_job),
        extended(Firefox, "firefox_extension_does_the_main_job", journeys::extension::does_the_main_job),
        extended(Chromium, "extension_works_by_keyboard", journeys::extension::works_by_keyboard),
        journey("finds_controls_by_name", journeys::harness::finds_controls_by_name),
        journey("selects_text", journeys::harness::selects_text),
        journey("downloads_and_goes_offline", journeys::harness::downloads_and_goes_offline),
    ];
    libtest_mimic::run(&arguments, journeys).exit_code()
}

/// A journey as a test: ignored without a browser, else run with a page of its own.
fn journey<J>(name: &'static str, journey: J) -> Trial
where
    J: AsyncFnOnce(Page) -> Result<()> + Send + 'static,
{
    journey_in(Browser::Chromium, Profile::Usual, name, journey)
}

/// A journey with the extension: ignored where it was not built.
fn extended<J>(browser: Browser, name: &'static str, journey: J) -> Trial
where
    J: AsyncFnOnce(Page) -> Result<()> + Send + 'static,
{
    match driver::extension() {
        Some(_) => journey_in(browser, Profile::Extended, name, journey),
        None => Trial::ignorable_test(name, || {
            Ok(Completion::ignored_with(
                "NEWSMARK_EXTENSION is not set; `cargo xtask test` builds the extension",
            ))
        }),
    }
}

/// The same in another browser, or in one that is set up otherwise.
fn journey_in<J>(browser: Browser, profile: Profile, name: &'static str, journey: J) -> Trial
where
    J: AsyncFnOnce(Page) -> Result<()> + Send + 'static,
{
    Trial::ignorable_test(name, move || {
        let settings = match Settings::from_environment(browser) {
            Ok(settings) => settings,
            Err(reason) => return Ok(Completion::ignored_with(reason)),
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let result = LocalSet::new().block_on(&runtime, run(name, settings, profile, journey));
        result.map(|()| Completion::Completed).map_err(|error| Failed::from(causes(&error)))
    })
}

/// Runs a journey; when it fails, keeps a picture of the page and what its console said.
async fn run<J>(name: &str, settings: Settings, profile: Profile, journey: J) -> Result<()>
where
    J: AsyncFnOnce(Page) -> Result<()> + 'static,
{
    let site = Site::start(&settings.dist)?;
    let (driver, folder) = driver::start(&settings, profile).await?;
    let is_plain = settings.browser == Browser::Chromium && profile != Profile::Narrow;
    let page = Page {
        driver: driver.clone(),
        home: site.url(),
        site,
        downloads: folder.path().join("downloads"),
        browser: settings.browser,
        profile,
        pictures: if is_plain { String::new() } else { name.to_owned() },
    };
    if (settings.browser, profile) == (Browser::Chromium, Profile::Narrow) {
        page.resize(NARROW.0, NARROW.1).await?;
    }

    // On a task of its own, so that a panic ends the journey and not the clean-up.
    let result = match tokio::task::spawn_local(journey(page.clone())).await {
        Ok(result) => result,
        Err(error) => Err(panic_message(error)),
    };
    // Whatever the journey was about, nothing may have left the page or been refused by its policy.
    let result = match result {
        Ok(()) => watch::check(&page).await,
        failed => failed,
    };
    let result = match result {
        Ok(()) => Ok(()),
        Err(error) => {
            let picture = page.screenshot(&format!("failed-{name}")).await;
            let picture = picture.map_or_else(|e| e.to_string(), |path| path.display().to_string());
            let console = page.console().await.unwrap_or_default().join("\n  ");
            Err(error.context(format!("screenshot: {picture}\nconsole:\n  {console}")))
        }
    };
    let quit = driver.quit().await.context("cannot end the browser session");
    result.and(quit)
}

/// The error and its causes, a line each, without the backtrace that `{:?}` adds.
fn causes(error: &anyhow::Error) -> String {
    error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  ")
}

/// What a panicking journey said.
fn panic_message(error: tokio::task::JoinError) -> anyhow::Error {
    let Ok(panic) = error.try_into_panic() else {
        return anyhow::anyhow!("the journey was cut off");
    };
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    anyhow::anyhow!("panicked: {}", text.unwrap_or("(no message)"))
}

/// Fails a journey unless the condition holds; like `assert!`, with an error in place of a panic.
pub(crate) fn check(holds: bool, what: &str) -> Result<()> {
    if !holds {
        bail!("{what}");
    }
    Ok(())
}

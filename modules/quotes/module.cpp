#include "kernel/module.hpp"

#include "kernel/files/files.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/quotes/acceptance_pages.hpp"
#include "modules/quotes/cancellation_pages.hpp"
#include "modules/quotes/client_panel_pages.hpp"
#include "modules/quotes/client_quote_pages.hpp"
#include "modules/quotes/erasure_listeners.hpp"
#include "modules/quotes/follow_up_jobs.hpp"
#include "modules/quotes/follow_up_pages.hpp"
#include "modules/quotes/issue_jobs.hpp"
#include "modules/quotes/moved_client_store.hpp"
#include "modules/quotes/quote_index.hpp"
#include "modules/quotes/quote_pages.hpp"
#include "modules/quotes/quote_paper_pages.hpp"
#include "modules/quotes/quote_subject_pages.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/quotes/recorded_acceptance_pages.hpp"
#include "modules/quotes/sending_pages.hpp"
#include "modules/quotes/sent_quote_pages.hpp"
#include "modules/sale_documents/sale_documents.hpp"
#include "modules/signatures/signatures.hpp"

namespace quotes
{
namespace
{

using guard::needs;

/// Of 200 lines that say all they may, as a browser encodes accents.
constexpr std::uint64_t form_bytes_max = 2 * 1024 * 1024;

void routes(kernel::Module& module)
{
    module.staff("/devis")
        .get("", list_quotes, needs("quotes.read"))
        .get("/nouveau", new_quote, needs("quotes.manage"))
        .get("/catalogue", sale_documents::show_catalogue, needs("quotes.manage"))
        .post("", create_quote, needs("quotes.manage"), "StartQuote")
        .get("/{quote}", show_quote, needs("quotes.read"), "quote")
        .post("/{quote}", update_quote, needs("quotes.manage"), "SaveQuote", "quote")
        .takes_files(form_bytes_max) // none comes: for the size of the form
        .post("/{quote}/totaux", count_quote, needs("quotes.read"), "SaveQuote", "quote")
        .takes_pieces(form_bytes_max) // asked while one types, and nothing is written
        .post("/{quote}/copie", create_copy, needs("quotes.manage"), {}, "quote")
        .get("/{quote}/apercu", show_paper, needs("quotes.read"), "quote")
        .get("/{quote}/suppression", confirm_removal, needs("quotes.manage"), "quote")
        .post("/{quote}/suppression", delete_quote, needs("quotes.manage"), "RemoveQuote", "quote");
}

void life_routes(kernel::Module& module)
{
    module.staff("/devis/{quote}")
        .get("/envoi", confirm_sending, needs("quotes.manage"), "quote")
        .post("/envoi", create_sending, needs("quotes.manage"), "SendQuote", "priced_quote")
        .get("/pdf", serve_paper, needs("quotes.read"), "sent_quote")
        .post("/refus", create_refusal, needs("quotes.manage"), "DeclineQuote", "sent_quote")
        .post("/prolongation", create_extension, needs("quotes.manage"), "ExtendQuote",
              "expired_quote")
        .get("/annulation", confirm_cancellation, needs("quotes.manage"), "accepted_quote")
        .post("/annulation", create_cancellation, needs("quotes.manage"), "CancelQuote",
              "accepted_quote")
        .post("/version", create_version, needs("quotes.manage"), {}, "sent_quote")
        .get("/signature", show_recording, needs("signatures.record"), "sent_quote")
        .get("/signature/pdf", serve_recording_paper, needs("signatures.record"), "sent_quote")
        .post("/signature", create_recording, needs("signatures.record"), "RecordScan",
              "sent_quote")
        .takes_files(signatures::scan_form_bytes_max);
}

void follow_up_settings(kernel::Module& module)
{
    module.staff("/reglages/devis")
        .get("", show_follow_ups, needs("quotes.settings"))
        .post("", update_follow_ups, needs("quotes.settings"), "SaveFollowUps");
    module.settings({.label_key = "quotes.follow_up.title",
                     .hint_key = "quotes.follow_up.hint",
                     .path = "/reglages/devis",
                     .icon = "bell",
                     .permission = "quotes.settings",
                     .order = 17});
}

/// In his portal, and by the link of a mail for who has no account.
void client_routes(kernel::Routes routes, const char* under, const guard::Access& who,
                   std::string_view subject)
{
    const std::string path{under};
    routes.get(path, show_client_quote, who, subject)
        .get(path + "/pdf", serve_client_paper, who, subject)
        .post(path + "/refus", create_decline, who, "DeclineQuote", subject)
        .post(path + "/question", create_question, who, "AskAboutQuote", subject)
        .get(path + "/signature", show_signing, who, subject)
        .get(path + "/signature/pdf", serve_signing_paper, who, subject)
        .post(path + "/signature/code", create_signing_code, who, "Sign", subject)
        .takes_files(signatures::form_bytes_max)
        .post(path + "/signature", create_signature, who, "Sign", subject)
        .takes_files(signatures::form_bytes_max);
}

void client_places(kernel::Module& module)
{
    module.portal("/devis").get("", list_own_quotes, needs("quotes.read"));
    client_routes(module.portal("/devis"), "/{quote}", needs("quotes.read"), "own_quote");
    client_routes(module.portal("/offre"), "/{token}", guard::open_to_all("the link is the proof"),
                  {});
    module.nav({.label_key = "quotes.nav",
                .path = "/devis",
                .icon = "file-text",
                .permission = "quotes.read",
                .side = tenancy::Side::portal,
                .order = 20});
    module.panel({.slot = "portal_home",
                  .permission = "quotes.read",
                  .order = 4,
                  .render = own_quotes_panel});
    module.panel(
        {.slot = "home", .permission = "quotes.read", .order = 24, .render = waiting_quotes_panel});
    module.panel({.slot = "client",
                  .permission = "quotes.read",
                  .order = 20,
                  .render = client_quotes_panel});
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission("quotes.read", "quotes.permission.read");
    module.permission("quotes.manage", "quotes.permission.manage");
    module.permission("quotes.settings", "quotes.permission.settings");
    routes(module);
    life_routes(module);
    client_places(module);
    follow_up_settings(module);
    module.subject({.kind = "quote", .lines = quote_lines});
    module.nav({.label_key = "quotes.nav",
                .path = "/devis",
                .icon = "file-pen-line",
                .permission = "quotes.read",
                .order = 100,
                .hotkey = "g d"});
    module.creation({.label_key = "quotes.list.new",
                     .path = "/devis/nouveau",
                     .icon = "file-pen-line",
                     .permission = "quotes.manage",
                     .order = 60,
                     .for_kind = "client"});
    module.searchable(quote_kind());
    module.indexed(quote_source());
    crm::move_with(quote_rows());
    module.job(issue_job, {.handler = run_issue, .delays = {}});
    module.job(follow_up_job, {.handler = run_follow_up, .delays = {}});
    module.job(expiry_job, {.handler = run_expiry, .delays = {}});
    module.on<privacy::PersonErased>(on_person_erased);
    files::guard_with(quote_papers, guard_paper);
    numbering::declare(
        {.code = quote_series, .label_key = "quotes.nav", .default_format = "DEV-{YYYY}-{NNNN}"});
}

} // namespace quotes

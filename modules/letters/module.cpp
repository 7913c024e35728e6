#include "kernel/module.hpp"

#include "kernel/files/files.hpp"
#include "modules/letters/client_letter_pages.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_index.hpp"
#include "modules/letters/letter_jobs.hpp"
#include "modules/letters/letter_listeners.hpp"
#include "modules/letters/letter_pages.hpp"
#include "modules/letters/letter_subject_pages.hpp"
#include "modules/letters/letters.hpp"
#include "modules/letters/model_pages.hpp"
#include "modules/letters/picture_forms.hpp"
#include "modules/letters/series.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/signatures/signatures.hpp"

namespace letters
{
namespace
{

using guard::needs;

constexpr const char* read = "letters.read";
constexpr const char* manage = "letters.manage";
constexpr const char* models = "letters.models";

void model_routes(kernel::Module& module)
{
    module.staff("/reglages/lettres-types")
        .get("", list_models, needs(models))
        .post("", create_model, needs(models), "CopyModel")
        .post("/choix", choose_models, needs(models), "ChooseModels")
        .get("/prets/{model}/vignette", show_ready_picture, needs(models), "ready_letter_model");
    module.staff("/reglages/lettres-types/{model}")
        .get("", show_model, needs(models), "letter_model")
        .post("", update_model, needs(models), "SaveModel", "letter_model")
        .takes_files(editor_bytes_max)
        .get("/vignette", show_model_picture, needs(models), "letter_model")
        .get("/page", show_model_page, needs(models), "letter_model")
        .post("/pages", show_typed_model_pages, needs(models), "SaveModel", "letter_model")
        .takes_pieces(form_bytes_max) // asked while one types, and nothing is written
        .post("/apercu", show_typed_model_paper, needs(models), "SaveModel", "letter_model")
        .takes_files(editor_bytes_max)
        .post("/versions", restore_model_version, needs(models), "RestoreModel", "letter_model")
        .post("/suppression", delete_model, needs(models), "RemoveModel", "letter_model");
    module.settings({.label_key = "letters.models",
                     .hint_key = "letters.models_hint",
                     .path = "/reglages/lettres-types",
                     .icon = "layout-template",
                     .permission = models,
                     .order = 18});
}

void letter_routes(kernel::Module& module)
{
    module.staff("/courriers")
        .get("", list_letters, needs(read))
        .get("/nouveau", new_letter, needs(manage))
        .post("", create_letter, needs(manage), "StartLetter");
    module.staff("/courriers/{letter}")
        .get("", show_letter, needs(read), "letter")
        .post("", update_letter, needs(manage), "SaveLetter", "letter")
        .takes_files(editor_bytes_max)
        .get("/page", show_letter_page, needs(read), "letter")
        .post("/pages", show_typed_letter_pages, needs(manage), "SaveLetter", "letter")
        .takes_pieces(form_bytes_max) // asked while one types, and nothing is written
        .post("/apercu", show_typed_letter_paper, needs(manage), "SaveLetter", "letter")
        .takes_files(editor_bytes_max)
        .get("/envoi", confirm_sending, needs(manage), "letter")
        .post("/envoi", create_sending, needs(manage), "SendLetter", "letter")
        .get("/pdf", serve_paper, needs(read), "sent_letter")
        .post("/version", create_version, needs(manage), {}, "sent_letter")
        .post("/suppression", delete_letter, needs(manage), "RemoveLetter", "letter");
}

/// In his portal, and by the link of a mail for who has no account.
void client_routes(kernel::Routes routes, const std::string& under, const guard::Access& who,
                   std::string_view subject)
{
    routes.get(under, show_client_letter, who, subject)
        .get(under + "/page", serve_client_page, who, subject)
        .get(under + "/pdf", serve_client_paper, who, subject)
        .get(under + "/signature", show_signing, who, subject)
        .get(under + "/signature/pdf", serve_signing_paper, who, subject)
        .post(under + "/signature/code", create_signing_code, who, "SignContract", subject)
        .takes_files(signatures::form_bytes_max)
        .post(under + "/signature", create_signature, who, "SignContract", subject)
        .takes_files(signatures::form_bytes_max);
}

void client_places(kernel::Module& module)
{
    module.portal("/courriers").get("", list_own_letters, needs(read));
    client_routes(module.portal("/courriers"), "/{letter}", needs(read), "own_letter");
    client_routes(module.portal("/courrier"), "/{token}",
                  guard::open_to_all("the link is the proof"), {});
    module.nav({.label_key = "letters.nav",
                .path = "/courriers",
                .icon = "mail-open",
                .permission = read,
                .side = tenancy::Side::portal,
                .order = 25});
    module.panel(
        {.slot = "portal_home", .permission = read, .order = 5, .render = own_letters_panel});
    module.panel(
        {.slot = "client", .permission = read, .order = 25, .render = client_letters_panel});
}

void places(kernel::Module& module)
{
    module.nav({.label_key = "letters.nav",
                .path = "/courriers",
                .icon = "mail-open",
                .permission = read,
                .order = 105,
                .hotkey = "g k"});
    module.creation({.label_key = "letters.list.new",
                     .path = "/courriers/nouveau",
                     .icon = "mail-open",
                     .permission = manage,
                     .order = 65,
                     .for_kind = "client"});
    module.subject({.kind = "letter", .lines = letter_lines});
    module.searchable(letter_search());
    module.indexed(letter_source());
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission(read, "letters.permission.read");
    module.permission(manage, "letters.permission.manage");
    module.permission(models, "letters.permission.models");
    model_routes(module);
    letter_routes(module);
    client_places(module);
    places(module);
    crm::move_with(letter_rows());
    module.job(issue_job, {.handler = run_issue, .delays = {}});
    module.on<privacy::PersonErased>(on_person_erased);
    module.on<files::FileJudged>(on_picture_judged);
    files::guard_with(letter_files, guard_paper);
    files::guard_with(letter_pictures, guard_letter_picture);
    files::guard_with(model_pictures, guard_model_picture);
    numbering::declare({.code = letter_series,
                        .label_key = "letters.series.letter",
                        .default_format = "LET-{YYYY}-{NNNN}"});
    numbering::declare({.code = contract_series,
                        .label_key = "letters.series.contract",
                        .default_format = "CTR-{YYYY}-{NNNN}"});
}

} // namespace letters

#include "modules/crm/client_import_pages.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_import_actions.hpp"
#include "modules/crm/client_import_forms.hpp"
#include "modules/crm/client_import_store.hpp"
#include "modules/crm/client_import_views.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/import_guest_pages.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int recent_imports = 10;
constexpr int shown_problems = 100;
constexpr int problems_at_once = 1'000;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

html::Url imports_path(const Call& call)
{
    return html::route("/e/{}/clients/import", slug_of(call));
}

html::Html crumbs(const Call& call, const std::string& here)
{
    return ui::breadcrumbs({{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))},
                            {t("crm.import.title"), imports_path(call)},
                            {here, {}}});
}

ImportWords words_for(const Call& call)
{
    return ImportWords{
        call.context().read([](WorkspaceTransaction& tx) { return client_types(tx); })};
}

http::Response imports_answer(Call& call, std::string error)
{
    const auto recent = call.context().read(
        [](WorkspaceTransaction& tx) { return ClientImportStore{tx}.recent(recent_imports); });
    ImportsView view{.slug = slug_of(call),
                     .page = imports_path(call),
                     .guard = guard::form_guard(call),
                     .error = std::move(error),
                     .recent = recent,
                     .moments = {}};
    for (const auto& import : recent)
        view.moments.push_back(i18n::relative(import.created_at, call.context().now(),
                                              call.context().workspace().time_zone));
    return guard::render(
        call, guard::Page{.title = t("crm.import.title"),
                          .body = imports_page(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))},
                               {t("crm.import.title"), {}}}),
                          .status = view.error.empty() ? 200 : 422});
}

/// Why it is no list of clients; empty when it may be one.
std::string problem_of(const std::vector<files::Offered>& offered, const files::Intake& sent)
{
    if (offered.size() != 1 || offered.front().name.empty()) return t("crm.import.refusal.missing");
    if (offered.front().bytes > import_bytes_max)
        return files::sentence({.name = offered.front().name,
                                .reason = "files.refusal.size",
                                .value = i18n::file_size(import_bytes_max)});
    const bool is_text = !sent.taken.empty() && sent.taken.front().content.type == "text/plain";
    if (is_text) return {};
    const bool is_book = !sent.taken.empty();
    if (!is_book && sent.refused.front().reason != "files.refusal.type")
        return files::sentence(sent.refused.front());
    return t("crm.import.refusal.not_csv", {{"name", offered.front().name}});
}

std::string read_whole(const std::filesystem::path& path)
{
    const files::FileBytes file{path};
    return file.read(0, static_cast<std::size_t>(import_bytes_max));
}

/// As it looks: separator, encoding, titles, columns.
ClientImport guessed(const Call& call, const files::Taken& file)
{
    const auto bytes = read_whole(file.path);
    const auto format = base::guess_csv_format(bytes);
    const auto words = words_for(call);
    ClientImport import{.name = file.name,
                        .delimiter = format.delimiter,
                        .encoding = format.encoding,
                        .has_titles = begins_with_titles(bytes, format, words),
                        .invites = call.may("clients.portal")};
    const auto look = look_at(bytes, format, import.has_titles);
    import.columns = columns_of(words.fields_of(look.titles));
    import.lines = look.lines;
    return import;
}

ClientImport import_of(Call& call)
{
    const auto id = call.path_id<ImportId>("import");
    const auto found = call.context().read(
        [&](WorkspaceTransaction& tx) { return ClientImportStore{tx}.find(id); });
    if (!found) throw base::NotFound{};
    return *found;
}

std::vector<PreviewLine> preview_of(Call& call, const ImportDraftView& view)
{
    const auto words = words_for(call);
    return call.context().read([&](WorkspaceTransaction& tx) {
        std::vector<PreviewLine> lines;
        for (const auto& record : view.look.first) {
            PreviewLine line{.read = read_line(record, view.fields, words), .known = {}};
            const auto known = line.read.problems.empty()
                                   ? ClientImportStore{tx}.alike(line.read.client)
                                   : std::nullopt;
            if (known) line.known = ClientStore{tx}.find(*known).value().name;
            lines.push_back(std::move(line));
        }
        return lines;
    });
}

http::Response draft_answer(Call& call, const ClientImport& import, int status)
{
    const auto bytes = bytes_of(call.context(), import.id);
    const auto path = import_path(slug_of(call), import.id);
    ImportDraftView view{
        .page = path,
        .abandon = html::route("/e/{}/clients/import/{}/abandon", slug_of(call), import.id),
        .guard = guard::form_guard(call),
        .import = import,
        .look = look_at(bytes, import.format(), import.has_titles),
        .fields = fields_of(import.columns),
        .obstacles = {},
        .lines = {},
        .invitations = invitations_in(call, import)};
    view.fields.resize(view.look.titles.size(), ImportField::none);
    for (const auto& obstacle : obstacles_of(call, import, view.look))
        view.obstacles.push_back(sentence_of(obstacle));
    view.lines = preview_of(call, view);
    return guard::render(call, guard::Page{.title = import.name,
                                           .body = import_draft_page(view),
                                           .breadcrumbs = crumbs(call, import.name),
                                           .status = status});
}

http::Response report_answer(Call& call, const ClientImport& import)
{
    const auto problems = call.context().read([&](WorkspaceTransaction& tx) {
        return ClientImportStore{tx}.problems(import.id, 0, shown_problems);
    });
    const ImportReportView view{
        .page = import_path(slug_of(call), import.id),
        .clients = html::route("/e/{}/clients", slug_of(call)),
        .another = imports_path(call),
        .report = html::route("/e/{}/clients/import/{}/rapport", slug_of(call), import.id),
        .import = import,
        .problems = problems,
        .guests = html::when(import.invites, guests_of(call, import))};
    return guard::render(call, guard::Page{.title = import.name,
                                           .body = import_report_page(view),
                                           .breadcrumbs = crumbs(call, import.name),
                                           .topics = {"client_import:" + import.id.text()}});
}

/// The selects « column_0 », « column_1 »… as one list.
forms::Form<SaveClientImport> typed_reading(Call& call)
{
    auto typed = call.request().form.all();
    for (std::size_t at = 0; at < import_limits.columns; ++at)
        if (const auto chosen = call.request().form.find("column_" + std::to_string(at)))
            typed.emplace_back("columns", *chosen);
    return forms::bind<SaveClientImport>(typed);
}

/// Read otherwise, the file has other columns: they are guessed again.
ClientImport chosen(const Call& call, ClientImport import, const SaveClientImport& typed,
                    std::string_view bytes)
{
    const bool is_same = import.delimiter == typed.delimiter && import.encoding == typed.encoding &&
                         import.has_titles == typed.has_titles;
    import.delimiter = typed.delimiter;
    import.encoding = typed.encoding;
    import.has_titles = typed.has_titles;
    import.doubles = typed.doubles;
    import.invites = typed.invites && call.may("clients.portal");
    import.invite_day = typed.invite_day.value;
    const auto look = look_at(bytes, import.format(), import.has_titles);
    auto fields = is_same ? typed.columns : words_for(call).fields_of(look.titles);
    fields.resize(look.titles.size(), ImportField::none);
    import.columns = columns_of(fields);
    import.lines = look.lines;
    import.updated_at = base::now();
    return import;
}

} // namespace

http::Response list_imports(Call& call)
{
    return imports_answer(call, {});
}

http::Response create_import(Call& call)
{
    const auto offered = files::offered_in(call.request(), "file");
    const auto sent = files::take_in(call.context(), offered);
    auto problem = problem_of(offered, sent);
    if (!problem.empty()) return imports_answer(call, std::move(problem));

    const auto import = guessed(call, sent.taken.front());
    files::keep(call.context().workspace().id, sent);
    const auto id = call.context().write(
        [&](WorkspaceTransaction& tx) { return start_import(tx, import, sent); });
    return call.redirect(import_path(slug_of(call), id).text());
}

http::Response show_import(Call& call)
{
    const auto import = import_of(call);
    guard::trace_reading(call, "crm.imports_read");
    if (import.state == ImportState::draft) return draft_answer(call, import, 200);
    return report_answer(call, import);
}

http::Response update_import(Call& call)
{
    const auto form = typed_reading(call);
    auto import = import_of(call);
    if (import.state != ImportState::draft)
        throw base::Refusal{"crm.import.refusal.launched", {}, base::Refusal::Kind::Conflict};
    if (!form.is_valid()) return draft_answer(call, import, 422);

    const auto bytes = bytes_of(call.context(), import.id);
    import = chosen(call, std::move(import), form.command, bytes);
    const auto look = look_at(bytes, import.format(), import.has_titles);
    const bool may_launch = obstacles_of(call, import, look).empty();
    const bool is_launch = form.command.then == ImportStep::launch;
    call.context().write([&](WorkspaceTransaction& tx) {
        save_reading(tx, import);
        if (is_launch && may_launch) launch_import(tx, import);
    });
    if (is_launch && !may_launch) return draft_answer(call, import, 422);
    return call.redirect(import_path(slug_of(call), import.id).text());
}

http::Response delete_import(Call& call)
{
    const auto import = import_of(call);
    call.context().write([&](WorkspaceTransaction& tx) { drop_import(tx, import); });
    return call.redirect(imports_path(call).text(), "crm.import.dropped");
}

http::Response export_problems(Call& call)
{
    const auto import = import_of(call);
    auto text = std::string{base::csv_mark} +
                base::csv_line({t("crm.import.report.line"), t("crm.import.report.reason")});
    std::int64_t after = 0;
    for (;;) {
        const auto problems = call.context().read([&](WorkspaceTransaction& tx) {
            return ClientImportStore{tx}.problems(import.id, after, problems_at_once);
        });
        for (const auto& problem : problems)
            text += base::csv_line({std::to_string(problem.line), sentence_of(problem)});
        if (problems.size() < problems_at_once) break;
        after = problems.back().line;
    }
    auto response = http::Response::text(std::move(text));
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"import-" + import.id.text() + "-lignes.csv\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace crm

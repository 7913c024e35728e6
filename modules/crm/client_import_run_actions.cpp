#include "kernel/audit/audit.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_import_actions.hpp"
#include "modules/crm/client_import_store.hpp"
#include "modules/crm/client_store.hpp"

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

// A lot is one transaction: short enough for others to write in between.
constexpr std::size_t lot_lines = 100;

void complete_client(WorkspaceTransaction& tx, tenancy::ClientId id, const Client& from,
                     ClientImport& import)
{
    auto client = ClientStore{tx}.find(id).value();
    const auto version = client.version;
    if (complete(client, from)) {
        save_client(tx, client, version);
        ++import.completed;
    } else {
        ++import.ignored;
    }
}

void take_line(WorkspaceTransaction& tx, const ImportedLine& line, ClientImport& import)
{
    ClientImportStore store{tx};
    for (const auto& problem : line.problems)
        store.insert(import.id, problem);
    if (!line.problems.empty()) {
        ++import.refused;
        return;
    }
    const auto known = import.doubles == Doubles::create ? std::nullopt : store.alike(line.client);
    if (!known) {
        add_imported_client(tx, line.client);
        ++import.added;
        return;
    }
    if (import.doubles == Doubles::complete) {
        complete_client(tx, *known, line.client, import);
        return;
    }
    const auto name = ClientStore{tx}.find(*known).value().name;
    store.insert(import.id,
                 line_problem(line.line, "", "crm.import.problem.known", {{"name", name}}));
    ++import.ignored;
}

void end_import(WorkspaceTransaction& tx, ClientImport& import)
{
    import.state = ImportState::done;
    for (const auto& file : files::files_of(tx, import_files, import.id.value))
        files::remove(tx, file);
    audit::append(tx, {.action = "crm.import_done",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"file", "", import.name},
                                   {"added", "", std::to_string(import.added)},
                                   {"completed", "", std::to_string(import.completed)},
                                   {"ignored", "", std::to_string(import.ignored)},
                                   {"refused", "", std::to_string(import.refused)}}});
}

} // namespace

struct ImportRun::Impl {
    Impl(tenancy::Context& context_, const ClientImport& import_)
        : context(context_), import(import_), bytes(bytes_of(context, import.id)),
          fields(fields_of(import.columns)),
          words(tenancy::own_preset(context.workspace()).choices_of("clients.type")),
          reader(bytes, import.format(), import_limits)
    {
        for (auto left = import.lines_read + (import.has_titles ? 1 : 0); left > 0; --left)
            reader.next();
    }

    std::vector<ImportedLine> next_lot()
    {
        std::vector<ImportedLine> lot;
        while (lot.size() < lot_lines) {
            const auto record = reader.next();
            if (!record) break;
            lot.push_back(read_line(*record, fields, words));
        }
        return lot;
    }

    tenancy::Context& context;
    ClientImport import;
    std::string bytes;
    std::vector<ImportField> fields;
    ImportWords words;
    base::CsvReader reader;
};

ImportRun::ImportRun(tenancy::Context& context, const ClientImport& import)
    : impl_(std::make_unique<Impl>(context, import))
{
}

ImportRun::~ImportRun() = default;

bool ImportRun::next()
{
    const auto lot = impl_->next_lot();
    const auto after = impl_->context.write([&](WorkspaceTransaction& tx) {
        auto import = impl_->import;
        ClientImportStore store{tx};
        if (!store.hold(import.id, import.lines_read)) return std::optional<ClientImport>{};
        for (const auto& line : lot)
            take_line(tx, line, import);
        import.lines_read += static_cast<std::int64_t>(lot.size());
        import.updated_at = base::now();
        if (lot.size() < lot_lines) end_import(tx, import);
        store.save_progress(import);
        events::touch(tx, "clients");
        events::touch(tx, "client_import:" + import.id.text());
        return std::optional{import};
    });
    if (!after) return false;
    impl_->import = *after;
    return after->state == ImportState::running;
}

void run_import(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = ImportId::parse(job.payload);
    if (!id) throw std::runtime_error("not an import: job " + job.id.text());
    const auto import =
        context.read([&](WorkspaceTransaction& tx) { return ClientImportStore{tx}.find(*id); });
    if (!import || import->state != ImportState::running) return;
    ImportRun run{context, *import};
    while (run.next()) {
    }
}

} // namespace crm

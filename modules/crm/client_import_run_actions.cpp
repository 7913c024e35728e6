#include "kernel/audit/audit.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_batch_store.hpp"
#include "modules/crm/client_import_actions.hpp"
#include "modules/crm/client_import_store.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/import_guest_actions.hpp"
#include "modules/crm/known_clients.hpp"

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

// A lot is one transaction: short enough for others to write in between.
constexpr std::size_t lot_lines = 100;

/// The lines of one lot, whose new clients and problems are written together.
class LotTaking
{
  public:
    LotTaking(WorkspaceTransaction& tx, ClientImport& import) : tx_(tx), import_(import) {}

    void take(const std::vector<ImportedLine>& lot)
    {
        learn_known(lot);
        for (const auto& line : lot)
            take_line(line);
        write_fresh();
        ClientBatchStore{tx_}.insert(import_.id, problems_);
    }

  private:
    void learn_known(const std::vector<ImportedLine>& lot)
    {
        if (import_.doubles == Doubles::create) return;
        std::vector<const Client*> clients;
        for (const auto& line : lot)
            if (line.problems.empty()) clients.push_back(&line.client);
        for (const auto& row : ClientBatchStore{tx_}.alike(clients, import_.lines_read))
            known_.learn(row);
    }

    void take_line(const ImportedLine& line)
    {
        if (!line.problems.empty()) {
            problems_.insert(problems_.end(), line.problems.begin(), line.problems.end());
            ++import_.refused;
            return;
        }
        const auto known =
            import_.doubles == Doubles::create ? std::nullopt : known_.find(line.client);
        if (!known) {
            fresh_.push_back(new_record(tx_, line.client));
            known_.learn(fresh_.back());
            ++import_.added;
        } else if (import_.doubles == Doubles::complete) {
            complete_client(known->id, line.client);
        } else {
            problems_.push_back(
                line_problem(line.line, "", "crm.import.problem.known", {{"name", known->name}}));
            ++import_.ignored;
        }
    }

    void complete_client(tenancy::ClientId id, const Client& from)
    {
        write_fresh();
        auto client = ClientStore{tx_}.find(id).value();
        const auto version = client.version;
        if (!complete(client, from)) {
            ++import_.ignored;
            return;
        }
        save_client(tx_, client, version);
        known_.learn(client);
        ++import_.completed;
    }

    void write_fresh()
    {
        if (!fresh_.empty()) add_imported_clients(tx_, fresh_);
        std::vector<Guest> guests;
        for (const auto& client : fresh_)
            if (import_.invites) guests.push_back(guest_of(tx_, import_.id, client));
        ClientBatchStore{tx_}.insert(guests);
        fresh_.clear();
    }

    WorkspaceTransaction& tx_;
    ClientImport& import_;
    KnownClients known_;
    std::vector<Client> fresh_; ///< not written yet
    std::vector<LineProblem> problems_;
};

void end_import(WorkspaceTransaction& tx, ClientImport& import)
{
    import.state = ImportState::done;
    for (const auto& file : files::files_of(tx, import_files, import.id.value))
        files::remove(tx, file);
    plan_invitations(tx, import);
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
          words(context.read([](WorkspaceTransaction& tx) { return client_types(tx); })),
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
        LotTaking{tx, import}.take(lot);
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

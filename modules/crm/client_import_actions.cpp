#include "modules/crm/client_import_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "modules/crm/client_import_store.hpp"

namespace crm
{
namespace
{

using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;

constexpr int looked_at_drafts = 50;
constexpr auto draft_life = 24h;

std::vector<files::File> files_of(WorkspaceTransaction& tx, ImportId id)
{
    return files::files_of(tx, import_files, id.value);
}

void drop_old_drafts(WorkspaceTransaction& tx)
{
    for (const auto& old : ClientImportStore{tx}.recent(looked_at_drafts))
        if (old.state == ImportState::draft && old.author_id == tx.actor().membership &&
            old.created_at < base::now() - draft_life)
            drop_import(tx, old);
}

[[noreturn]] void refuse_launched()
{
    throw base::Refusal{"crm.import.refusal.launched", {}, base::Refusal::Kind::Conflict};
}

} // namespace

ImportId start_import(WorkspaceTransaction& tx, ClientImport import, const files::Intake& sent)
{
    drop_old_drafts(tx);
    import.id = tx.make_id<ImportId>();
    import.author_id = tx.actor().membership;
    import.created_at = base::now();
    import.updated_at = import.created_at;
    ClientImportStore{tx}.insert(import);
    files::attach(tx, {.kind = import_files, .id = import.id.value}, sent);
    return import.id;
}

void save_reading(WorkspaceTransaction& tx, const ClientImport& import)
{
    if (!ClientImportStore{tx}.save_reading(import)) refuse_launched();
    events::touch(tx, "client_import:" + import.id.text());
}

void launch_import(WorkspaceTransaction& tx, const ClientImport& import)
{
    if (!ClientImportStore{tx}.launch(import.id, base::now())) refuse_launched();
    jobs::enqueue(tx,
                  {.kind = import_job, .payload = import.id.text(), .dedupe = import.id.text()});
    audit::append(
        tx, {.action = "crm.import_launched",
             .subject_kind = "workspace",
             .subject = tx.workspace().id.value,
             .changes = {{"file", "", import.name}, {"lines", "", std::to_string(import.lines)}}});
    events::touch(tx, "client_import:" + import.id.text());
}

void drop_import(WorkspaceTransaction& tx, const ClientImport& import)
{
    ClientImportStore store{tx};
    const auto now = store.find(import.id);
    if (!now || now->state != ImportState::draft) refuse_launched();
    for (const auto& file : files_of(tx, import.id))
        files::remove(tx, file);
    store.remove(import.id);
}

void refuse_to_open(WorkspaceTransaction& /*tx*/, const files::File& /*file*/)
{
    throw base::NotFound{};
}

std::string bytes_of(const tenancy::Context& context, ImportId id)
{
    const auto found = context.read([&](WorkspaceTransaction& tx) { return files_of(tx, id); });
    if (found.empty() || found.front().sha256.empty()) throw base::NotFound{};
    const auto copy = files::storage().fetch({context.workspace().id, found.front().sha256});
    const files::FileBytes bytes{*copy};
    return bytes.read(0, static_cast<std::size_t>(import_bytes_max));
}

} // namespace crm

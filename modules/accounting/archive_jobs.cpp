#include "modules/accounting/archive_jobs.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/files/intake.hpp"
#include "kernel/files/written_file.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/accounting/archive_store.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/fec.hpp"
#include "modules/accounting/fec_causes.hpp"

namespace accounting
{
namespace
{

using tenancy::WorkspaceTransaction;

struct MonthFile {
    std::string bytes;
    Archive archive;
};

MonthFile file_of(WorkspaceTransaction& tx, const Period& month, const base::Siren& siren)
{
    MonthFile file{.archive = {.month = month.code,
                               .name = fec_name(siren, month.last, ".txt"),
                               .kept_until = kept_until(month)}};
    FecWriter writer{Charset::latin9, [&](std::string_view piece) { file.bytes += piece; }};
    each_entry(tx, {.first = month.first, .last = month.last}, [&](const Entry& entry) {
        writer.write(entry);
        ++file.archive.entries;
        for (const auto& line : entry.lines)
            file.archive.debit += line.debit;
    });
    file.archive.sha256 = base::hex(base::sha256(file.bytes));
    return file;
}

std::vector<MonthFile> missing_files(WorkspaceTransaction& tx)
{
    std::vector<MonthFile> files;
    const auto head = fec_head(tx);
    if (!head.causes.empty()) return files;
    for (const auto& month : ArchiveStore{tx}.missing())
        files.push_back(file_of(tx, month, *head.siren));
    return files;
}

files::Intake kept(const tenancy::Context& context, const MonthFile& file)
{
    const files::WrittenFile written{file.bytes};
    files::Intake intake;
    intake.taken.push_back(
        {.name = file.archive.name,
         .content = {.type = "text/plain", .kind = files::Kind::document, .extensions = {"txt"}},
         .path = written.path(),
         .bytes = static_cast<std::int64_t>(file.bytes.size()),
         .sha256 = file.archive.sha256,
         .upload = {}});
    files::keep(context.workspace().id, intake);
    return intake;
}

void record(WorkspaceTransaction& tx, Archive archive, const files::Intake& intake)
{
    ArchiveStore store{tx};
    if (store.has(archive.month)) return;
    archive.id = tx.make_id<ArchiveId>();
    archive.made_at = base::now();
    archive.file_id =
        files::attach(tx, {.kind = archive_files, .id = archive.id.value}, intake).front();
    store.insert(archive);
    audit::append(tx, {.action = "accounting.archived",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"month", "", archive.month}, {"sha256", "", archive.sha256}}});
    events::touch(tx, "accounting");
}

} // namespace

void run_archiving(tenancy::Context& context, const jobs::Job& /*job*/)
{
    const auto files = context.read([](WorkspaceTransaction& tx) { return missing_files(tx); });
    for (const auto& file : files) {
        const auto intake = kept(context, file);
        context.write([&](WorkspaceTransaction& tx) { record(tx, file.archive, intake); });
    }
}

void plan_archiving(WorkspaceTransaction& tx, base::Date closed)
{
    jobs::enqueue(tx, {.kind = archive_job, .payload = {}, .dedupe = closed.text()});
}

void plan_archives(db::Database& database, base::Instant now)
{
    tenancy::Platform platform{database};
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        const bool is_missing = context.read([](WorkspaceTransaction& tx) {
            return !ArchiveStore{tx}.missing().empty() && fec_head(tx).causes.empty();
        });
        if (is_missing)
            context.write([&](WorkspaceTransaction& tx) {
                plan_archiving(tx, base::date_in(now, workspace.time_zone));
            });
    }
}

} // namespace accounting

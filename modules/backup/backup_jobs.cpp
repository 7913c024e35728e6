#include "modules/backup/backup_jobs.hpp"

#include "modules/backup/backup.hpp"

#include <stdexcept>

namespace backup
{
namespace
{

std::optional<Installation>& the_installation()
{
    static std::optional<Installation> installation;
    return installation;
}

const Installation& installed()
{
    if (!the_installation()) throw std::runtime_error("backups are not installed here");
    return *the_installation();
}

} // namespace

void install(const Installation& installation)
{
    the_installation().emplace(installation);
}

void make_now(tenancy::Context& context, const jobs::Job& job)
{
    const auto reason = job.workspace ? Reason::requested : Reason::scheduled;
    make_and_record(installed(), context.database(), reason);
}

void rehearse_now(tenancy::Context& context, const jobs::Job&)
{
    const auto rehearsal = rehearse_and_record(installed(), context.database());
    if (!rehearsal.problem.empty()) throw std::runtime_error(rehearsal.problem);
}

} // namespace backup

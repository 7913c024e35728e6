#pragma once

#include "kernel/files/intake.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/crm/client_import.hpp"

#include <memory>
#include <string>

namespace crm
{

/// Owner of the files that are read into clients; nobody opens them.
inline constexpr const char* import_files = "crm_import";
inline constexpr const char* import_job = "crm.import";

/// Keeps the file with what was guessed of it, as a draft. Drafts of the same member that are older
/// than a day go.
ImportId start_import(tenancy::WorkspaceTransaction& tx, ClientImport import,
                      const files::Intake& sent);
/// Throws base::Refusal "crm.import.refusal.launched" (409) for one that is a draft no more.
void save_reading(tenancy::WorkspaceTransaction& tx, const ClientImport& import);
/// Begins the job. Throws as save_reading.
void launch_import(tenancy::WorkspaceTransaction& tx, const ClientImport& import);
/// Of a draft; throws as save_reading.
void drop_import(tenancy::WorkspaceTransaction& tx, const ClientImport& import);

/// The guardian of its file: it is read into clients, and opened by nobody.
[[noreturn]] void refuse_to_open(tenancy::WorkspaceTransaction& tx, const files::File& file);

/// The bytes of its file. Throws base::NotFound when they are gone.
std::string bytes_of(const tenancy::Context& context, ImportId id);

/// Reads the file of a launched import into clients, by lots of one short transaction each. What a
/// lot did and how far it came are written together: another run goes on where this one stopped,
/// and two at once do nothing twice.
class ImportRun
{
  public:
    ImportRun(tenancy::Context& context, const ClientImport& import);
    ~ImportRun();

    /// One lot; false when there is nothing more to do.
    bool next();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Job.
void run_import(tenancy::Context& context, const jobs::Job& job);

} // namespace crm

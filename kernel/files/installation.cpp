#include "kernel/files/installation.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/files/media_jobs.hpp"
#include "kernel/files/s3_storage.hpp"
#include "kernel/files/sweep.hpp"

namespace files
{
namespace
{

struct Installation {
    std::unique_ptr<Storage> storage;
    std::filesystem::path media_program;
    std::filesystem::path incoming;
    std::string scan_command;
};

Installation& installation()
{
    static Installation the_installation;
    return the_installation;
}

} // namespace

void install(jobs::Registry& registry, const FileOptions& options)
{
    auto& installed = installation();
    installed.media_program = options.media_program;
    installed.scan_command = options.scan_command;
    installed.incoming = options.folder / "incoming";
    std::filesystem::create_directories(installed.incoming);
    if (options.storage_url.empty()) {
        installed.storage = disk_storage(options.folder);
    } else {
        installed.storage = s3_storage(read_s3_place(options.storage_url), installed.incoming);
    }
    registry.add(judge_media_job, {.handler = run_judge_media, .delays = {}});
    registry.add(sweep_job,
                 {.handler = run_sweep, .delays = {}, .once_done = jobs::OnceDone::Forgotten});
}

std::string browser_origin(std::string_view storage_url)
{
    return storage_url.empty() ? std::string{} : read_s3_place(storage_url).origin;
}

Storage& storage()
{
    KERNEL_ASSERT(installation().storage != nullptr);
    return *installation().storage;
}

const std::filesystem::path& media_program()
{
    return installation().media_program;
}

const std::string& scan_command()
{
    return installation().scan_command;
}

const std::filesystem::path& incoming_folder()
{
    return installation().incoming;
}

} // namespace files

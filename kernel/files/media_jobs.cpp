#include "kernel/files/media_jobs.hpp"

#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/file_store.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/logo.hpp"
#include "kernel/files/media_worker.hpp"
#include "kernel/files/scanner.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/log/log.hpp"

#include <fstream>
#include <stdexcept>

namespace files
{
namespace
{

constexpr std::size_t chance_bytes = 8;
constexpr std::int64_t milliseconds_per_tenth = 100;

/// A file of its own in the incoming folder, removed with it.
class TemporaryFile
{
  public:
    explicit TemporaryFile(const std::string& bytes)
        : path_(incoming_folder() / ("copy-" + base::hex(base::random_bytes(chance_bytes))))
    {
        std::ofstream out{path_, std::ios::binary};
        out.exceptions(std::ios::failbit | std::ios::badbit);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
    }
    ~TemporaryFile()
    {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

Task task_of(const File& file)
{
    if (file.owner_kind == logo_files) return Task::logo;
    return file.kind == Kind::video ? Task::video : Task::image;
}

/// A scanner that does not answer throws: the file goes on waiting.
Judgement judgement_of(const File& file, const std::filesystem::path& bytes)
{
    Judgement judgement;
    const auto& command = scan_command();
    if (!command.empty() && scan(command, bytes) == Finding::infected) {
        judgement.refusal = "infected";
        return judgement;
    }
    if (file.kind == Kind::document) return judgement;
    return examine(media_program(), bytes, task_of(file));
}

StoredVariant keep(tenancy::WorkspaceId workspace, FileId file, const Copy& copy)
{
    const TemporaryFile temporary{copy.bytes};
    const auto hash = base::hex(base::sha256(copy.bytes));
    storage().put({workspace, hash}, temporary.path());
    return {.file_id = file,
            .variant = copy.variant,
            .sha256 = hash,
            .bytes = static_cast<std::int64_t>(copy.bytes.size()),
            .width = copy.width,
            .height = copy.height};
}

/// « 12 s », « 10,4 s »; « 900 » millions of pixels.
std::string value_in_words(const Judgement& judgement)
{
    if (judgement.refusal == "long")
        return i18n::decimal(
            (judgement.value + milliseconds_per_tenth / 2) / milliseconds_per_tenth, 1);
    return i18n::number(judgement.value / 1'000'000);
}

File judged(File file, const Judgement& judgement)
{
    file.state = judgement.refusal.empty() ? State::ready : State::refused;
    if (!judgement.refusal.empty()) {
        file.refusal = "files.refusal." + judgement.refusal;
        file.refused_value = value_in_words(judgement);
    }
    file.width = judgement.width;
    file.height = judgement.height;
    file.duration_ms = judgement.duration_ms;
    return file;
}

void save(tenancy::WorkspaceTransaction& tx, const File& file,
          const std::vector<StoredVariant>& copies)
{
    FileStore store{tx};
    if (!store.judge(file)) return; // somebody else did
    std::int64_t bytes = 0;
    for (const auto& copy : copies) {
        store.insert(copy);
        bytes += copy.bytes;
    }
    store.note_room(file.state == State::refused ? -file.bytes : bytes);
    events::publish(tx, FileJudged{file.id, file.owner_kind, file.state});
}

} // namespace

void run_judge_media(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = FileId::parse(job.payload);
    if (!id) throw std::runtime_error("not a file: job " + job.id.text());
    const auto file =
        context.read([&](tenancy::WorkspaceTransaction& tx) { return FileStore{tx}.find(*id); });
    if (!file || file->state != State::waiting) return;

    const auto workspace = context.workspace().id;
    const auto local = storage().fetch({workspace, file->sha256});
    const auto judgement = judgement_of(*file, *local);
    std::vector<StoredVariant> copies;
    if (judgement.refusal.empty())
        for (const auto& copy : judgement.copies)
            copies.push_back(keep(workspace, *id, copy));
    const auto result = judged(*file, judgement);
    context.write([&](tenancy::WorkspaceTransaction& tx) { save(tx, result, copies); });
    logs::info("files.judged", {{"file", id->value}, {"refusal", judgement.refusal}});
}

} // namespace files

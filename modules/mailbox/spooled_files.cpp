#include "modules/mailbox/spooled_files.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/installation.hpp"

#include <fstream>
#include <stdexcept>

namespace mailbox
{
namespace
{

constexpr std::size_t name_bytes = 12; // of chance

void write(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream file{path, std::ios::binary};
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw std::runtime_error("a file of a mail cannot be written");
}

} // namespace

SpooledFiles::SpooledFiles(const std::vector<mail::IncomingFile>& files)
{
    for (const auto& file : files) {
        auto path =
            files::incoming_folder() / ("mail-" + base::hex(base::random_bytes(name_bytes)));
        offered_.push_back({.name = file.name,
                            .content = path,
                            .bytes = static_cast<std::int64_t>(file.bytes.size()),
                            .upload = {}});
        write(path, file.bytes);
    }
}

SpooledFiles::~SpooledFiles()
{
    std::error_code ignored;
    for (const auto& file : offered_)
        std::filesystem::remove(file.content, ignored);
}

} // namespace mailbox

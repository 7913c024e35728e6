#include "kernel/files/written_file.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/installation.hpp"

#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace files
{
namespace
{

constexpr std::size_t name_bytes = 12; // of chance

} // namespace

WrittenFile::WrittenFile(const std::string& bytes)
    : path_(incoming_folder() / ("written-" + base::hex(base::random_bytes(name_bytes))))
{
    std::ofstream file{path_, std::ios::binary};
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (file) return;
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
    throw std::runtime_error("a file cannot be written where files come in");
}

WrittenFile::~WrittenFile()
{
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

WrittenFile::WrittenFile(WrittenFile&& other) noexcept : path_(std::exchange(other.path_, {})) {}

} // namespace files

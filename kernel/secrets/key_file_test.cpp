#include "kernel/base/text.hpp"
#include "kernel/secrets/key_file.hpp"

#include <doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <stdexcept>

using namespace secrets;
namespace fs = std::filesystem;

namespace
{

/// A folder for one test.
struct Folder {
    Folder() { fs::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }

    fs::path path = fs::temp_directory_path() / ("etabli_" + base::hex(base::random_bytes(8)));
};

mode_t mode_of(const fs::path& path)
{
    struct stat status {
    };
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

} // namespace

TEST_CASE("an absent key is made, readable by its owner only, and stays the same")
{
    const Folder folder;
    const auto file = folder.path / "data" / "etabli.key";
    const auto made = read_or_create_key(file);
    CHECK(mode_of(file) == 0400);
    CHECK(mode_of(file.parent_path()) == 0700);
    CHECK(read_or_create_key(file).bytes() == made.bytes());
    CHECK(std::distance(fs::directory_iterator{file.parent_path()}, {}) == 1);
}

TEST_CASE("a key that others may read is refused")
{
    const Folder folder;
    const auto file = folder.path / "etabli.key";
    read_or_create_key(file);
    for (const mode_t mode : {0440U, 0404U, 0600U, 0420U}) {
        chmod(file.c_str(), mode);
        if (mode == 0600)
            CHECK_NOTHROW(read_key(file));
        else
            CHECK_THROWS_WITH(read_key(file), doctest::Contains("chmod 400"));
    }
}

TEST_CASE("a key that is absent, short or long is refused")
{
    const Folder folder;
    const auto file = folder.path / "etabli.key";
    CHECK_THROWS_AS(read_key(file), std::runtime_error);
    for (const std::size_t size : {0U, 31U, 33U}) {
        std::ofstream{file} << std::string(size, 'k');
        chmod(file.c_str(), 0600);
        CHECK_THROWS_WITH(read_key(file), doctest::Contains("32\u00A0octets"));
    }
}

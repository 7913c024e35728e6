#include "kernel/base/text.hpp"
#include "kernel/secrets/recovery_sheet.hpp"
#include "kernel/secrets/sealed_file.hpp"

#include <doctest.h>

#include <fstream>
#include <sstream>

using namespace secrets;
namespace fs = std::filesystem;

namespace
{

constexpr std::size_t chunk = 64UL * 1024;

struct Folder {
    Folder() { fs::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }

    fs::path path = fs::temp_directory_path() / ("etabli_" + base::hex(base::random_bytes(8)));
};

SealedContents seal(const fs::path& file, const Key& key, std::string_view plain)
{
    SealedFileWriter writer{file, key, "a test"};
    writer.write(plain.substr(0, plain.size() / 3));
    writer.write(plain.substr(plain.size() / 3));
    return writer.finish();
}

std::string open(const fs::path& file, const Key& key, const char* about = "a test")
{
    std::string plain;
    read_sealed_file({.path = file, .about = about}, key,
                     [&](std::string_view bytes) { plain += bytes; });
    return plain;
}

std::string bytes_of(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    return text.str();
}

void put(const fs::path& file, std::string_view bytes)
{
    std::ofstream{file} << bytes;
}

} // namespace

TEST_CASE("a sealed file gives back its bytes, whatever their number, and shows none of them")
{
    const Folder folder;
    const auto key = Key::random();
    for (const auto size :
         {std::size_t{0}, std::size_t{1}, chunk - 1, chunk, chunk + 1, 3 * chunk}) {
        const auto plain = base::random_bytes(size);
        const auto file = folder.path / "part";
        const auto written = seal(file, key, plain);
        CHECK(written.bytes == static_cast<std::int64_t>(size));
        CHECK(written.sha256 == base::hex(base::sha256(plain)));
        CHECK(open(file, key) == plain);
        if (size > 100) CHECK(bytes_of(file).find(plain.substr(50, 16)) == std::string::npos);
    }
}

TEST_CASE("a sealed file that was cut, lengthened, changed or moved is refused")
{
    const Folder folder;
    const auto key = Key::random();
    const auto file = folder.path / "part";
    seal(file, key, base::random_bytes(2 * chunk + 500));
    const auto whole = bytes_of(file);

    // one bit of every byte of the header, then of every 97th byte
    std::size_t tried = 0;
    for (std::size_t at = 0; at < whole.size(); at += at < 64 ? 1 : 97) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
        put(file, damaged);
        CHECK_THROWS_AS(open(file, key), SealBroken);
        ++tried;
    }
    CHECK(tried > 1'000);
    for (const auto length : {whole.size() - 1, whole.size() - 500, 2 * (chunk + 17) + 40,
                              chunk + 17 + 40, std::size_t{40}, std::size_t{39}, std::size_t{0}}) {
        put(file, whole.substr(0, length));
        CHECK_THROWS_AS(open(file, key), SealBroken);
    }
    put(file, whole + "x");
    CHECK_THROWS_AS(open(file, key), SealBroken);
    const auto first = whole.substr(40, chunk + 17);
    const auto second = whole.substr(40 + chunk + 17, chunk + 17);
    put(file, whole.substr(0, 40) + second + first + whole.substr(40 + 2 * (chunk + 17)));
    CHECK_THROWS_AS(open(file, key), SealBroken);
    put(file, whole);
    CHECK_THROWS_AS(open(file, key, "another part"), SealBroken);
    CHECK_NOTHROW(open(file, key));
}

TEST_CASE("a file sealed by another key says so")
{
    const Folder folder;
    seal(folder.path / "part", Key::random(), "words");
    CHECK_THROWS_WITH(open(folder.path / "part", Key::random()), doctest::Contains("autre clé"));
}

TEST_CASE("the groups of a recovery sheet give the key back, and only when they are right")
{
    for (int n = 0; n < 50; ++n) {
        const auto key = Key::random();
        const auto groups = recovery_groups(key);
        CHECK(base::split(groups, ' ').size() == 14);
        REQUIRE(key_of_groups(groups));
        CHECK(key_of_groups(groups)->bytes() == key.bytes());
    }
    const Key key{std::string(Key::size, '\x11')};
    const auto groups = recovery_groups(key);
    auto sloppy = base::lower_ascii(base::replace_all(groups, " ", "-\n"));
    sloppy = base::replace_all(base::replace_all(sloppy, "0", "o"), "1", "l");
    REQUIRE(key_of_groups(sloppy));
    CHECK(key_of_groups(sloppy)->bytes() == key.bytes());

    int missed = 0;
    for (std::size_t at = 0; at < groups.size(); ++at) {
        if (groups[at] == ' ') continue;
        auto wrong = groups;
        wrong[at] = wrong[at] == 'Z' ? 'Y' : 'Z';
        if (key_of_groups(wrong)) ++missed;
    }
    CHECK(missed == 0);
    CHECK_FALSE(key_of_groups(groups.substr(5)));
    CHECK_FALSE(key_of_groups(groups + " 0000"));
    CHECK_FALSE(key_of_groups(base::replace_all(groups, "2", "U")));
    CHECK_FALSE(key_of_groups(""));
}

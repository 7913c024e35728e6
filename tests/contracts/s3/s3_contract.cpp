#include "kernel/base/refusal.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/s3_client.hpp"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace
{

int passed = 0;
int failed = 0;

void check(bool holds, const char* fact)
{
    holds ? ++passed : ++failed;
    if (!holds) std::fprintf(stderr, "FAILED: %s\n", fact);
}

std::string read(const std::filesystem::path& path)
{
    std::ostringstream out;
    out << std::ifstream{path, std::ios::binary}.rdbuf();
    return out.str();
}

bool is_missing(files::Storage& storage, const files::Blob& blob)
{
    try {
        storage.fetch(blob);
        return false;
    } catch (const base::NotFound&) {
        return true;
    }
}

} // namespace

/// s3_contract URL FOLDER: keeps, reads and removes; prints a signed link for s3_test.mjs to
/// follow, then waits for a line before it removes what the link shows.
int main(int count, char** arguments)
{
    if (count != 3) return 64;
    const std::filesystem::path folder = arguments[2];
    const auto place = files::read_s3_place(arguments[1]);
    const auto storage = files::s3_storage(place, folder);
    const auto source = folder / "source";
    std::ofstream{source, std::ios::binary} << std::string(3'000'000, 'x') << "caméra";
    const files::Blob blob{{8}, files::sha256_of(source)};

    check(is_missing(*storage, blob), "nothing is there before");
    storage->put(blob, source);
    storage->put(blob, source);
    {
        const auto copy = storage->fetch(blob);
        check(read(*copy) == read(source), "what is fetched is what was kept");
    }
    check(is_missing(*storage, {{9}, blob.sha256}), "another workspace has none of it");
    const auto seen = files::ask(place, {.method = "HEAD", .key = blob.path()});
    check(seen.status == 200 && seen.bytes == 3'000'007, "its length is told without its bytes");
    check(seen.etag.size() == 32, "and its mark");
    check(files::ask(place, {.method = "HEAD", .key = "absent"}).status == 404,
          "nothing is told of what is not there");
    const auto answer = storage->answer(
        blob, 3'000'007,
        {.type = "image/webp", .disposition = "attachment; filename=\"caméra 4.webp\""});
    check(answer.status == 302, "reading is a redirect");
    std::printf("%s\n", std::string{answer.headers.get("Location")}.c_str());
    std::fflush(stdout);
    std::getchar();

    storage->remove(blob);
    check(is_missing(*storage, blob), "what was removed is gone");
    storage->put(blob, source);
    storage->put({{88}, blob.sha256}, source);
    const auto listed = storage->list({8}, "");
    check(listed.size() == 1 && listed.front().sha256 == blob.sha256, "a list names what is kept");
    check(listed.front().bytes == 3'000'007, "and how much it is");
    check(storage->list({8}, blob.sha256).empty(), "and goes on after what it named");
    const auto now = base::real_now();
    using namespace std::chrono_literals;
    check(!storage->remove_older(blob, now - 1h), "what was put since stays");
    check(storage->remove_older({{8}, blob.sha256}, now + 1h), "what is older goes");
    check(is_missing(*storage, blob), "and is gone");
    storage->put(blob, source);
    storage->remove_all({8});
    check(is_missing(*storage, blob), "a workspace goes as a whole");
    check(!is_missing(*storage, {{88}, blob.sha256}), "and its neighbour stays");
    std::printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}

#include "kernel/http/multipart.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <filesystem>

namespace
{

struct Read {
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<std::pair<std::string, std::uint64_t>> files;
    int refused = 0;
    bool operator==(const Read&) const = default;
};

const std::filesystem::path& folder()
{
    static const auto path = [] {
        auto made = std::filesystem::temp_directory_path() / "etabli-fuzz-uploads";
        std::filesystem::create_directories(made);
        return made;
    }();
    return path;
}

Read read(std::string_view input, std::size_t step)
{
    Read result;
    try {
        http::MultipartParser parser{"limite", http::FileParts::Accepted, folder()};
        for (auto rest = input; !rest.empty(); rest.remove_prefix(std::min(step, rest.size())))
            parser.feed(rest.substr(0, step));
        parser.finish();
        result.fields = parser.take_fields().all();
        for (const auto& file : parser.take_files())
            result.files.emplace_back(file.file_name, std::filesystem::file_size(*file.content));
    } catch (const http::BadRequest& refused) {
        return {.refused = refused.status};
    }
    return result;
}

} // namespace

// The parts are the same however the network cuts them; no file name leaves its folder.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto input = fuzz::text(data, size);
    const auto at_once = read(input, input.size() + 1);
    fuzz::must(at_once == read(input, 1));
    for (const auto& [name, bytes] : at_once.files) {
        fuzz::must(name.size() <= http::file_name_bytes_max);
        fuzz::must(bytes <= input.size());
    }
    return 0;
}

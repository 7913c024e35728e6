#include "kernel/i18n/translate.hpp"
#include "modules/signatures/evidence_check.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

/// etabli-evidence: judges proofs of signatures on any machine, for who has the files alone.
namespace
{

constexpr int broken = 1;
constexpr int unusable = 2;
constexpr std::uintmax_t file_bytes_max = 200'000'000;

struct Asked {
    std::string fingerprint;
    std::vector<std::string> files;
};

std::optional<Asked> read(const std::vector<std::string>& arguments)
{
    Asked asked;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--empreinte" && i + 1 < arguments.size())
            asked.fingerprint = arguments[++i];
        else if (arguments[i].starts_with("--"))
            return {};
        else
            asked.files.push_back(arguments[i]);
    }
    if (asked.files.empty()) return {};
    return asked;
}

std::optional<std::string> bytes_of(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error || size > file_bytes_max) return {};
    std::ifstream in{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    if (!in || bytes.size() != size) return {};
    return bytes;
}

int run(const std::vector<std::string>& arguments)
{
    const auto asked = read(arguments);
    if (!asked) {
        std::fprintf(stderr, "%s\n", i18n::t("signatures.check.usage").c_str());
        return unusable;
    }
    std::vector<signatures::Handed> files;
    for (const auto& file : asked->files) {
        auto bytes = bytes_of(file);
        if (!bytes) {
            std::fprintf(stderr, "%s\n",
                         i18n::t("signatures.check.unreadable", {{"file", file}}).c_str());
            return unusable;
        }
        files.push_back({std::filesystem::path{file}.filename().string(), std::move(*bytes)});
    }
    const auto verdict = signatures::judge(files, asked->fingerprint);
    for (const auto& line : verdict.lines)
        std::printf("%s\n", line.c_str());
    return verdict.holds ? 0 : broken;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& cause) {
        std::fprintf(stderr, "etabli-evidence: %s\n", cause.what());
        return unusable;
    }
}

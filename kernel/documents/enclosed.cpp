#include "kernel/documents/enclosed.hpp"

#include "kernel/files/program.hpp"

namespace documents
{
namespace
{

constexpr std::chrono::seconds patience{20};
constexpr std::size_t answer_bytes_max = enclosed_max * (enclosed_bytes_max + 1'000);

} // namespace

std::optional<std::vector<Enclosed>> enclosed_in(const std::filesystem::path& program,
                                                 const std::filesystem::path& pdf)
{
    const auto ended =
        files::run_on_file({program.string(), "paper"}, pdf,
                           {.patience = patience, .output_bytes_max = answer_bytes_max});
    if (!ended || ended->status != 0) return {};
    return read_enclosed(ended->output);
}

} // namespace documents

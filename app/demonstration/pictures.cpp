#include "app/demonstration/pictures.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/files.hpp"
#include "kernel/i18n/translate.hpp"

#include <fstream>

namespace demonstration
{
namespace
{

constexpr std::size_t chance_bytes = 8;

} // namespace

Pictures::Pictures()
    : folder_(std::filesystem::temp_directory_path() /
              ("etabli-demo-" + base::hex(base::random_bytes(chance_bytes))))
{
    std::filesystem::create_directory(folder_);
}

Pictures::~Pictures()
{
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Pictures::attach(tenancy::Context& sender, const tickets::Ticket& ticket, Scene scene) const
{
    const std::string name{name_of(scene)};
    const auto path = folder_ / name;
    if (!std::filesystem::exists(path)) {
        std::ofstream out{path, std::ios::binary};
        out.exceptions(std::ios::failbit | std::ios::badbit);
        out << draw(scene);
    }
    const auto words = "demonstration.picture." + name;
    const auto intake = files::take_in(
        sender, {{.name = i18n::t(words + ".name"),
                  .content = path,
                  .bytes = static_cast<std::int64_t>(std::filesystem::file_size(path))}});
    files::keep(sender.workspace().id, intake);
    sender.write([&](tenancy::WorkspaceTransaction& tx) {
        for (const auto id : tickets::attach_to_ticket(tx, ticket, intake))
            files::describe_file(tx, id, {}, i18n::t(words + ".alternative"));
    });
}

} // namespace demonstration

#include "app/demonstration/pictures.hpp"

#include "app/demonstration/building_scenes.hpp"
#include "app/demonstration/emblem.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/files.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/files/files.hpp"

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

files::Intake Pictures::take(const tenancy::Context& sender, const std::string& name,
                             const std::function<std::string()>& drawing) const
{
    const auto path = folder_ / name;
    if (!std::filesystem::exists(path)) {
        std::ofstream out{path, std::ios::binary};
        out.exceptions(std::ios::failbit | std::ios::badbit);
        out << drawing();
    }
    auto intake = files::take_in(
        sender, {{.name = name,
                  .content = path,
                  .bytes = static_cast<std::int64_t>(std::filesystem::file_size(path))}});
    files::keep(sender.workspace().id, intake);
    return intake;
}

void Pictures::attach(tenancy::Context& sender, const tickets::Ticket& ticket, Scene scene) const
{
    const auto words = "demonstration.picture." + std::string{name_of(scene)};
    const auto intake = take(sender, i18n::t(words + ".name"), [&] { return draw(scene); });
    sender.write([&](tenancy::WorkspaceTransaction& tx) {
        for (const auto id : tickets::attach_to_ticket(tx, ticket, intake))
            files::describe_file(tx, id, {}, i18n::t(words + ".alternative"));
    });
}

void Pictures::attach(tenancy::Context& sender, const files::Owner& owner,
                      const std::string& building_scene) const
{
    const auto words = "demonstration.picture." + building_scene;
    const auto intake =
        take(sender, building_scene + ".png", [&] { return draw_building(building_scene); });
    sender.write([&](tenancy::WorkspaceTransaction& tx) {
        for (const auto id : files::attach(tx, owner, intake))
            files::describe_file(tx, id, i18n::t(words + ".caption"),
                                 i18n::t(words + ".alternative"));
    });
}

void Pictures::send_logo(tenancy::Context& context) const
{
    const auto intake = take(context, i18n::t("demonstration.picture.logo"), draw_emblem);
    context.write([&](tenancy::WorkspaceTransaction& tx) { files::send_logo(tx, intake); });
}

} // namespace demonstration

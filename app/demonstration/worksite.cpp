#include "app/demonstration/worksite.hpp"

#include "kernel/presets/section.hpp"

#include <algorithm>
#include <stdexcept>

namespace demonstration
{
namespace
{

using presets::Section;

constexpr int days_max = 800;
constexpr int hours_max = 2'000;
constexpr int level_max = 9;

std::string file_of(const std::string& preset)
{
    return "presets/" + preset + "/demo/worksites.toml";
}

std::vector<Section> tables_in(const Section& section, const std::string& key)
{
    std::vector<Section> tables;
    const auto found = section.table().find(key);
    if (found == section.table().end()) return tables;
    for (const auto& node : std::get<std::vector<presets::Node>>(found->second.value))
        tables.push_back(section.below(std::get<presets::Table>(node.value),
                                       key + ' ' + std::to_string(tables.size() + 1)));
    return tables;
}

std::size_t member_named(const Business& business, const Section& section)
{
    const auto found = std::ranges::find(business.members, section.text("by"), &Member::first_name);
    if (found == business.members.end()) section.wrong("by names nobody of the business");
    return static_cast<std::size_t>(found - business.members.begin());
}

Remark read_remark(const Business& business, const Section& section)
{
    section.only({"by", "level", "after", "text"});
    Remark remark{.member = {},
                  .level = section.number("level", level_max).value_or(0),
                  .after_hours = section.number("after", hours_max).value_or(2),
                  .text = section.text("text")};
    if (section.has("by")) remark.member = member_named(business, section);
    return remark;
}

Publication read_publication(const Business& business, const Section& section)
{
    section.only({"days_ago", "by", "text", "photos", "mark", "worked_before", "cancelled", "draft",
                  "comment"});
    Publication publication{.days_ago = section.number("days_ago", days_max).value_or(0),
                            .member = member_named(business, section),
                            .html = section.text_or("text", ""),
                            .photos = section.codes("photos"),
                            .mark = progress::Mark::none,
                            .worked_days_before =
                                section.number("worked_before", days_max).value_or(0),
                            .cancelled = section.text_or("cancelled", ""),
                            .is_draft = section.is_true("draft"),
                            .remarks = {}};
    if (section.has("mark"))
        publication.mark = section.one_of<progress::Mark>("mark", {"none", "finished", "resumed"});
    for (const auto& remark : tables_in(section, "comment"))
        publication.remarks.push_back(read_remark(business, remark));
    return publication;
}

Worksite read_worksite(const Material& people, const Section& section)
{
    section.only({"identifier", "title", "client", "address", "postal_code", "city", "started",
                  "lasts", "post"});
    const auto client = std::ranges::find(people.clients, section.text("client"), &Client::ref);
    if (client == people.clients.end()) section.wrong("client is unknown");
    Worksite worksite{.identifier = section.text("identifier"),
                      .title = section.text("title"),
                      .client = static_cast<std::size_t>(client - people.clients.begin()),
                      .place = {.address = section.text("address"),
                                .postal_code = section.text("postal_code"),
                                .city = section.text("city")},
                      .started_days_ago = section.number("started", days_max).value_or(0),
                      .lasts_days = section.number("lasts", days_max).value_or(0),
                      .publications = {}};
    for (const auto& post : tables_in(section, "post"))
        worksite.publications.push_back(read_publication(people.business, post));
    return worksite;
}

} // namespace

bool tells_of_worksites(std::span<const base::EmbeddedFile> files, const std::string& preset)
{
    return base::find_embedded(files, file_of(preset)) != nullptr;
}

Yard read_yard(std::span<const base::EmbeddedFile> files, const std::string& preset)
{
    Yard yard{.people = read_people(files, preset), .worksites = {}};
    const auto path = file_of(preset);
    const auto table = presets::parse_toml(base::find_embedded(files, path)->bytes, path);
    const Section root{table, path};
    for (const auto& section : tables_in(root, "worksite")) {
        yard.worksites.push_back(read_worksite(yard.people, section));
        const auto& worksite = yard.worksites.back();
        yard.people.sites.push_back({.name = worksite.title,
                                     .place = worksite.place,
                                     .description = {},
                                     .clients = {worksite.client},
                                     .equipment = {}});
    }
    if (yard.worksites.empty()) root.wrong("holds no worksite");
    return yard;
}

} // namespace demonstration

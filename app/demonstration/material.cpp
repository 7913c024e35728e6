#include "app/demonstration/material.hpp"

#include "app/demonstration/story_reader.hpp"
#include "kernel/base/text.hpp"
#include "kernel/presets/section.hpp"

#include <algorithm>
#include <stdexcept>

namespace demonstration
{
namespace
{

using presets::Section;

constexpr std::string_view folder = "presets/";
constexpr int hue_max = 359;

std::string demo_folder(const std::string& preset)
{
    return std::string{folder} + preset + "/demo/";
}

/// A document and the way to it; its sections point into it.
struct Document {
    std::string path;
    presets::Table table;

    Section root() const { return {table, path}; }
};

Document read_document(std::span<const base::EmbeddedFile> files, const std::string& path)
{
    const auto* file = base::find_embedded(files, path);
    if (file == nullptr) throw std::runtime_error(path + ": is missing");
    return {path, presets::parse_toml(file->bytes, path)};
}

Member read_member(const Section& section)
{
    section.only(
        {"ref", "role", "duty", "civility", "first_name", "last_name", "email", "phone", "job"});
    return {.duty = section.one_of<Duty>("duty", {"answers", "develops", "leads"}),
            .role = section.text("role"),
            .civility = section.text("civility"),
            .first_name = section.text("first_name"),
            .last_name = section.text("last_name"),
            .email = section.text("email")};
}

void check_duties(const Business& business, const Section& root)
{
    for (const auto duty : {Duty::answers, Duty::develops, Duty::leads})
        if (std::ranges::find(business.members, duty, &Member::duty) == business.members.end())
            root.wrong("every duty needs a member: answers, develops, leads");
}

Business read_business(const Section& root)
{
    Business business{.slug = root.text("slug"),
                      .name = root.text("name"),
                      .hue = root.number("hue", hue_max).value_or(0),
                      .members = {}};
    for (const auto& section : tables_of(root, "member"))
        business.members.push_back(read_member(section));
    return business;
}

Place read_place(const Section& section)
{
    return {.address = section.text("address"),
            .postal_code = section.text("postal_code"),
            .city = section.text("city")};
}

Contact read_contact(const Section& section)
{
    section.only({"civility", "first_name", "last_name", "email", "phone", "job"});
    return {.civility = section.text("civility"),
            .first_name = section.text("first_name"),
            .last_name = section.text("last_name"),
            .email = section.text("email"),
            .phone = section.text("phone"),
            .job = section.text("job")};
}

Client read_client(const Section& section)
{
    section.only({"ref", "name", "type", "kind", "address", "postal_code", "city", "phone", "email",
                  "contact"});
    Client client{.ref = section.text("ref"),
                  .name = section.text("name"),
                  .is_person = section.text_or("kind", "company") == "person",
                  .type = section.text("type"),
                  .phone = section.text("phone"),
                  .email = section.text_or("email", ""),
                  .place = read_place(section),
                  .contacts = {}};
    for (const auto& contact : tables_of(section, "contact"))
        client.contacts.push_back(read_contact(contact));
    return client;
}

Site read_site(const Section& section, const std::vector<Client>& clients)
{
    section.only({"name", "address", "postal_code", "city", "clients", "equipment", "description"});
    Site site{.name = section.text("name"),
              .place = read_place(section),
              .description = section.text("description"),
              .clients = {},
              .equipment = section.codes("equipment")};
    for (const auto& ref : section.codes("clients")) {
        const auto found = std::ranges::find(clients, ref, &Client::ref);
        if (found == clients.end()) section.wrong("clients names no client: " + ref);
        site.clients.push_back(static_cast<std::size_t>(found - clients.begin()));
    }
    if (site.clients.empty()) section.wrong("clients is missing");
    return site;
}

Advice read_advice(const Section& section)
{
    section.only({"title", "keywords", "body"});
    return {.title = section.text("title"),
            .keywords = section.text("keywords"),
            .body = section.text("body")};
}

void read_pools(Material& material, const Section& root)
{
    for (const auto& [name, node] : root.table()) {
        if (name == "comment") continue;
        material.pools[name] = root.codes(name);
        if (material.pools[name].empty()) root.wrong(name + " is empty");
    }
    const auto comments = root.inner("comment");
    for (const auto& [mark, node] : comments.table())
        material.comments[std::stoll(mark)] = comments.codes(mark);
}

void read_stories(Material& material, std::span<const base::EmbeddedFile> files)
{
    const auto conversations = demo_folder(material.preset) + "conversations/";
    for (const auto& file : files) {
        if (!file.path.starts_with(conversations)) continue;
        const auto document = read_document(files, std::string{file.path});
        for (const auto& section : tables_of(document.root(), "story"))
            material.stories.push_back(read_story(section));
    }
    if (material.stories.empty()) throw std::runtime_error(conversations + ": holds no story");
}

} // namespace

bool is_lasting(Ending ending)
{
    return ending == Ending::closed || ending == Ending::resolved || ending == Ending::dismissed;
}

std::vector<std::string> demonstrated_presets(std::span<const base::EmbeddedFile> files)
{
    std::vector<std::string> names;
    for (const auto& file : files) {
        const auto parts = base::split(file.path, '/');
        if (parts.size() == 4 && parts[2] == "demo" && parts[3] == "workspace.toml")
            names.push_back(parts[1]);
    }
    return names;
}

bool tells_of_tickets(std::span<const base::EmbeddedFile> files, const std::string& preset)
{
    return base::find_embedded(files, demo_folder(preset) + "sites.toml") != nullptr;
}

Material read_people(std::span<const base::EmbeddedFile> files, const std::string& preset)
{
    Material material;
    material.preset = preset;
    const auto workspace = read_document(files, demo_folder(preset) + "workspace.toml");
    material.business = read_business(workspace.root());
    const auto clients = read_document(files, demo_folder(preset) + "clients.toml");
    for (const auto& section : tables_of(clients.root(), "client"))
        material.clients.push_back(read_client(section));
    return material;
}

Material read_material(std::span<const base::EmbeddedFile> files, const std::string& preset)
{
    const auto document = [&](const char* name) {
        return read_document(files, demo_folder(preset) + name);
    };
    const auto workspace = document("workspace.toml");
    check_duties(read_business(workspace.root()), workspace.root());
    auto material = read_people(files, preset);
    const auto sites = document("sites.toml");
    for (const auto& section : tables_of(sites.root(), "site"))
        material.sites.push_back(read_site(section, material.clients));
    const auto advice = document("advice.toml");
    for (const auto& section : tables_of(advice.root(), "advice"))
        material.advice.push_back(read_advice(section));
    const auto pools = document("pools.toml");
    read_pools(material, pools.root());
    read_stories(material, files);
    return material;
}

} // namespace demonstration

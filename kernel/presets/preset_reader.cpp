#include "kernel/presets/preset_reader.hpp"

#include "kernel/base/clock.hpp"
#include "kernel/base/text.hpp"
#include "kernel/presets/role_reader.hpp"
#include "kernel/presets/section.hpp"
#include "kernel/presets/workflow_reader.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace presets
{

namespace
{

constexpr std::string_view folder = "presets/";
constexpr int most_actions_per_minute = 10'000;

/// Keys of preset.toml that are members of Preset; the others are settings and choices.
const std::set<std::string, std::less<>> own_keys{
    "name",      "title",         "summary", "currency", "tax_regime", "language",
    "time_zone", "portal_signup", "modules", "limits",   "two_factor"};

struct Document {
    std::string path;
    Table table;

    Section root() const { return {table, path}; }
};

Document read_document(std::span<const base::EmbeddedFile> files, const std::string& path)
{
    const auto* file = base::find_embedded(files, path);
    if (file == nullptr) throw std::runtime_error(path + ": is missing");
    return {path, parse_toml(file->bytes, path)};
}

void read_words(Preset& preset, const Section& words)
{
    for (const auto& [noun, node] : words.table()) {
        const auto section = words.inner(noun);
        preset.words[noun] = read_word(section);
        if (section.has("portal")) preset.portal_words[noun] = read_word(section.inner("portal"));
    }
}

/// A scalar as text, a list of texts with commas between.
std::string setting_text(const Section& section, const std::string& key, const Node& node)
{
    if (const auto* text = std::get_if<std::string>(&node.value)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&node.value)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&node.value)) return *truth ? "true" : "false";
    return base::join(section.codes(key), ",");
}

Choice read_choice(const Section& section)
{
    Choice choice{.code = section.text("code"), .label = section.text("label"), .details = {}};
    for (const auto& [key, node] : section.table())
        if (key != "code" && key != "label") choice.details[key] = setting_text(section, key, node);
    return choice;
}

bool is_list_of_tables(const Node& node)
{
    const auto* items = std::get_if<std::vector<Node>>(&node.value);
    return items != nullptr && !items->empty() &&
           std::holds_alternative<Table>(items->front().value);
}

void read_setting(Preset& preset, const Section& section, const std::string& prefix,
                  const std::string& key)
{
    const auto& node = section.table().at(key);
    const auto name = prefix + key;
    if (const auto* table = std::get_if<Table>(&node.value)) {
        for (const auto& [inner_key, inner] : *table)
            read_setting(preset, section.inner(key), name + '.', inner_key);
    } else if (is_list_of_tables(node)) {
        for (const auto& one : section.each(key))
            preset.choices[name].push_back(read_choice(one));
    } else {
        preset.settings[name] = setting_text(section, key, node);
    }
}

void read_identity(Preset& preset, const Section& root)
{
    if (root.text("name") != preset.name) root.wrong("name is not that of its folder");
    preset.title = root.text("title");
    preset.summary = root.text("summary");
    preset.currency = root.text("currency");
    preset.tax_regime = root.text("tax_regime");
    preset.language = root.text("language");
    preset.time_zone = root.text("time_zone");
    if (!base::is_known_zone(preset.time_zone)) root.wrong("unknown time zone " + preset.time_zone);
    preset.signup =
        root.one_of<SignupPolicy>("portal_signup", {"open", "invite_only", "staff_only"});
}

void read_main(Preset& preset, const Section& root)
{
    read_identity(preset, root);
    const auto modules = root.inner("modules");
    modules.only({"on", "available"});
    preset.modules = modules.codes("on");
    preset.available_modules = modules.codes("available");
    const auto limits = root.inner("limits");
    limits.only({"actions_per_minute"});
    preset.actions_per_minute =
        limits.number("actions_per_minute", most_actions_per_minute).value_or(0);
    if (preset.actions_per_minute == 0) limits.wrong("actions_per_minute is missing or 0");
    read_two_factor(preset.roles, root.inner("two_factor"));
    for (const auto& [key, node] : root.table())
        if (!own_keys.contains(key)) read_setting(preset, root, "", key);
}

std::vector<Workflow> workflows_of(const Document& document)
{
    std::vector<Workflow> workflows;
    for (const auto& [noun, node] : document.table)
        workflows.push_back(read_workflow(noun, document.root().inner(noun)));
    return workflows;
}

Preset read_preset(std::span<const base::EmbeddedFile> files, const std::string& name)
{
    const auto document = [&](const char* file) {
        return read_document(files, std::string{folder} + name + '/' + file);
    };
    Preset preset;
    preset.name = name;
    preset.roles = read_roles(document("roles.toml").root());
    read_main(preset, document("preset.toml").root());
    read_words(preset, document("words.fr.toml").root());
    if (base::find_embedded(files, std::string{folder} + name + "/workflows.toml") != nullptr)
        preset.workflows = workflows_of(document("workflows.toml"));
    return preset;
}

Vocabulary read_vocabulary(std::span<const base::EmbeddedFile> files, const std::string& name)
{
    const auto path = std::string{folder} + name + '/';
    const auto main = read_document(files, path + "vocabulary.toml");
    Preset lists;
    for (const auto& [key, node] : main.table)
        if (key != "title" && key != "summary") read_setting(lists, main.root(), "", key);
    if (!lists.settings.empty()) main.root().wrong("holds no more than words and lists");
    return {.name = name,
            .title = main.root().text("title"),
            .summary = main.root().text("summary"),
            .workflows = workflows_of(read_document(files, path + "workflows.toml")),
            .choices = std::move(lists.choices)};
}

/// The NAME of "presets/NAME/<main>", or nothing.
std::string name_in(std::string_view path, std::string_view main)
{
    const auto parts = base::split(path, '/');
    const bool is_main = parts.size() == 3 && parts[2] == main;
    return is_main && path.starts_with(folder) ? parts[1] : std::string{};
}

} // namespace

Word read_word(const Section& section)
{
    section.only({"singular", "plural", "gender", "portal"});
    return {.singular = section.text("singular"),
            .plural = section.text("plural"),
            .gender = section.one_of<Gender>("gender", {"m", "f"})};
}

std::vector<Preset> read_presets(std::span<const base::EmbeddedFile> files)
{
    std::vector<Preset> presets;
    for (const auto& file : files)
        if (const auto name = name_in(file.path, "preset.toml"); !name.empty())
            presets.push_back(read_preset(files, name));
    return presets;
}

std::vector<Vocabulary> read_vocabularies(std::span<const base::EmbeddedFile> files)
{
    std::vector<Vocabulary> vocabularies;
    for (const auto& file : files)
        if (const auto name = name_in(file.path, "vocabulary.toml"); !name.empty())
            vocabularies.push_back(read_vocabulary(files, name));
    return vocabularies;
}

} // namespace presets

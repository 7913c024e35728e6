#include "modules/letters/content.hpp"

#include "kernel/base/text.hpp"
#include "kernel/documents/rich_text.hpp"
#include "modules/letters/link_forms.hpp"

#include <algorithm>
#include <array>

namespace letters
{
namespace
{

using documents::RichText;

RichText text_of(const std::string& json)
{
    return json.empty() ? RichText{} : documents::from_json(json);
}

std::string filled_text(const std::string& json, const templates::Wording& wording)
{
    if (json.empty()) return {};
    auto text = documents::from_json(json);
    for (auto& block : text.blocks)
        for (auto& run : block.runs)
            run.words = templates::filled(run.words, wording);
    return documents::to_json(text);
}

/// A variable of which a part is bold is two runs: it is read in each, as the paper fills them.
std::string unknown_in(const RichText& text)
{
    for (const auto& block : text.blocks)
        for (const auto& run : block.runs)
            if (auto name = unknown_variable(run.words); !name.empty()) return name;
    return {};
}

class Judging
{
  public:
    void judge(const Content& content)
    {
        if (!content.colour.empty()) judge_colour(content.colour);
        if (content.blocks.empty())
            problems_.push_back({.field = "", .key = "letters.error.empty"});
        if (content.blocks.size() > blocks_max)
            problems_.push_back({.field = "",
                                 .key = "letters.error.blocks",
                                 .params = {{"max", std::to_string(blocks_max)}}});
        for (std::size_t at = 0; at < content.blocks.size(); ++at)
            judge(content.blocks[at], at);
        if (length_ > content_length_max)
            problems_.push_back({.field = "", .key = "letters.error.long"});
    }
    std::vector<ContentProblem> problems() { return std::move(problems_); }

  private:
    void judge_colour(const std::string& colour)
    {
        const auto contrast = templates::contrast_on_white(colour);
        if (contrast == 0)
            problems_.push_back({.field = "colour", .key = "letters.error.colour"});
        else if (contrast < templates::contrast_min)
            problems_.push_back({.field = "colour", .key = "letters.error.contrast"});
    }
    void judge(const Block& block, std::size_t at)
    {
        judge_words(block.words, "words", at);
        judge_words(block.beside, "beside", at);
        judge_text(block.text, "text", at);
        judge_text(block.right, "right", at);
        if (block.kind == BlockKind::picture) judge_picture(block, at);
        if (block.kind == BlockKind::button) judge_button(block, at);
        if (block.kind == BlockKind::links) judge_links(block, at);
        if (block.kind == BlockKind::space) judge_size(block, {space_min, space_max}, at);
        if (block.kind == BlockKind::logo) judge_size(block, {logo_side_min, logo_side_max}, at);
    }
    void judge_words(const std::string& words, const std::string& field, std::size_t at)
    {
        length_ += base::code_points(words);
        if (const auto name = unknown_variable(words); !name.empty()) add_unknown(name, field, at);
    }
    void judge_text(const std::string& json, const char* field, std::size_t at)
    {
        const auto text = text_of(json);
        const auto long_as = documents::length(text);
        length_ += long_as;
        if (long_as > text_length_max)
            problems_.push_back({.block = at, .field = field, .key = "letters.error.text"});
        else if (const auto name = unknown_in(text); !name.empty())
            add_unknown(name, field, at);
    }
    void judge_picture(const Block& block, std::size_t at)
    {
        if (block.words.empty()) add("words", "letters.error.alternative", at);
        if (block.size >= picture_percent_min && block.size <= picture_percent_max) return;
        problems_.push_back({.block = at,
                             .field = "size",
                             .key = "letters.error.percent",
                             .params = {{"from", std::to_string(picture_percent_min)},
                                        {"to", std::to_string(picture_percent_max)}}});
    }
    void judge_button(const Block& block, std::size_t at)
    {
        if (block.words.empty()) add("words", "letters.error.label", at);
        if (address_of(block.address).empty()) add("address", "letters.error.address", at);
    }
    void judge_links(const Block& block, std::size_t at)
    {
        if (block.links.empty()) add("label1", "letters.error.no_link", at);
        for (std::size_t i = 0; i < block.links.size(); ++i) {
            const auto& link = block.links[i];
            const auto number = std::to_string(i + 1);
            judge_words(link.label, "label" + number, at);
            if (link.label.empty()) add("label" + number, "letters.error.label", at);
            if (address_of(link.address).empty())
                add("address" + number, "letters.error.address", at);
        }
    }
    void add(std::string field, const char* key, std::size_t at)
    {
        problems_.push_back({.block = at, .field = std::move(field), .key = key});
    }
    void judge_size(const Block& block, const std::array<int, 2>& bounds, std::size_t at)
    {
        if (block.size >= bounds[0] && block.size <= bounds[1]) return;
        problems_.push_back(
            {.block = at,
             .field = "size",
             .key = "letters.error.size",
             .params = {{"from", std::to_string(bounds[0])}, {"to", std::to_string(bounds[1])}}});
    }
    void add_unknown(const std::string& name, const std::string& field, std::size_t at)
    {
        problems_.push_back({.block = at,
                             .field = field,
                             .key = "letters.error.variable",
                             .params = {{"name", "{" + name + "}"}}});
    }

    std::vector<ContentProblem> problems_;
    std::size_t length_ = 0;
};

} // namespace

const std::vector<templates::Variable>& every_variable()
{
    static const std::vector<templates::Variable> all{
        {"nom_client", "letters.variable.client"},
        {"contact", "letters.variable.contact"},
        {"adresse_client", "letters.variable.address"},
        {"courriel_client", "letters.variable.client_email"},
        {"telephone_client", "letters.variable.client_phone"},
        {"projet", "letters.variable.project"},
        {"objet", "letters.variable.subject"},
        {"numero", "letters.variable.number"},
        {"date", "letters.variable.date"},
        {"nom_entreprise", "letters.variable.business"},
        {"siret", "letters.variable.siret"},
        {"tva", "letters.variable.vat"},
        {"telephone", "letters.variable.phone"},
        {"courriel", "letters.variable.email"}};
    return all;
}

std::string unknown_variable(std::string_view words)
{
    auto name = templates::unknown_variable(words);
    if (!name.empty()) return name;
    // A letter has no amount: the paper would show nothing there.
    for (const std::string_view amount : {"montant", "amount"})
        if (words.find("{" + std::string{amount} + "}") != words.npos) return std::string{amount};
    return {};
}

Content filled(Content content, const templates::Wording& wording)
{
    for (auto& block : content.blocks) {
        block.words = templates::filled(block.words, wording);
        block.beside = templates::filled(block.beside, wording);
        block.text = filled_text(block.text, wording);
        block.right = filled_text(block.right, wording);
        for (auto& link : block.links)
            link.label = templates::filled(link.label, wording);
    }
    return content;
}

std::vector<ContentProblem> problems_of(const Content& content)
{
    Judging judging;
    judging.judge(content);
    return judging.problems();
}

} // namespace letters

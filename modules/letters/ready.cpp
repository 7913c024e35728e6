#include "kernel/documents/rich_text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/model.hpp"

#include <algorithm>

namespace letters
{
namespace
{

/// The texts of ready models write « [nom_client] »: braces are the parameters of sentences.
std::string with_variables(const std::string& key)
{
    auto words = i18n::t(key);
    std::ranges::replace(words, '[', '{');
    std::ranges::replace(words, ']', '}');
    return words;
}

/// Blocks of one ready model, its words by « letters.ready.<code>.<name> ».
class Writing
{
  public:
    explicit Writing(std::string code) : code_(std::move(code)) {}

    Writing& heading(const char* name, BlockAlign align = BlockAlign::left)
    {
        return add({.kind = BlockKind::heading,
                    .align = align,
                    .hue = BlockHue::brand,
                    .words = words(name)});
    }
    Writing& text(const char* name, BlockAlign align = BlockAlign::left)
    {
        return add({.kind = BlockKind::text, .align = align, .text = rich(name)});
    }
    Writing& columns(const char* left, const char* right)
    {
        return add({.kind = BlockKind::columns, .text = rich(left), .right = rich(right)});
    }
    Writing& separator() { return add({.kind = BlockKind::separator, .hue = BlockHue::quiet}); }
    Writing& space(int points) { return add({.kind = BlockKind::space, .size = points}); }
    Writing& signature(const char* first, const char* second = nullptr)
    {
        return add({.kind = BlockKind::signature,
                    .words = words(first),
                    .beside = second ? words(second) : std::string{}});
    }
    Model as(LetterKind kind)
    {
        return {.code = code_,
                .name = i18n::t(key("name")),
                .kind = kind,
                .version = 0,
                .content = std::move(content_)};
    }

  private:
    std::string key(const std::string& name) const { return "letters.ready." + code_ + "." + name; }
    std::string words(const char* name) const { return with_variables(key(name)); }
    std::string rich(const char* name) const
    {
        return documents::to_json(documents::read_html(words(name)));
    }
    Writing& add(Block block)
    {
        content_.blocks.push_back(std::move(block));
        return *this;
    }

    std::string code_;
    Content content_;
};

Model simple_letter()
{
    return Writing{"simple"}
        .text("place", BlockAlign::right)
        .space(12)
        .heading("subject")
        .text("body")
        .space(8)
        .text("greeting")
        .signature("signer")
        .as(LetterKind::letter);
}

Model formal_notice()
{
    return Writing{"formal_notice"}
        .text("place", BlockAlign::right)
        .text("way")
        .heading("subject")
        .text("facts")
        .text("demand")
        .text("law")
        .text("greeting")
        .signature("signer")
        .as(LetterKind::letter);
}

Model certificate()
{
    return Writing{"certificate"}
        .heading("title", BlockAlign::centre)
        .space(12)
        .text("body")
        .separator()
        .text("use")
        .space(12)
        .text("place", BlockAlign::right)
        .signature("signer")
        .as(LetterKind::letter);
}

Model service_contract()
{
    return Writing{"service_contract"}
        .heading("title", BlockAlign::centre)
        .columns("provider", "client")
        .separator()
        .heading("object_title")
        .text("object")
        .heading("length_title")
        .text("length")
        .heading("price_title")
        .text("price")
        .heading("duties_title")
        .text("duties")
        .heading("end_title")
        .text("end")
        .heading("data_title")
        .text("data")
        .heading("law_title")
        .text("law")
        .text("place")
        .signature("first", "second")
        .as(LetterKind::contract);
}

Model purchase_order()
{
    return Writing{"purchase_order"}
        .heading("title")
        .columns("seller", "buyer")
        .separator()
        .text("order")
        .text("delivery")
        .text("agreed")
        .signature("first", "second")
        .as(LetterKind::contract);
}

} // namespace

std::vector<Model> every_ready()
{
    return {simple_letter(), formal_notice(), certificate(), service_contract(), purchase_order()};
}

std::optional<Model> find_ready(std::string_view code)
{
    auto all = every_ready();
    const auto found = std::ranges::find(all, code, &Model::code);
    return found == all.end() ? std::nullopt : std::optional{std::move(*found)};
}

} // namespace letters

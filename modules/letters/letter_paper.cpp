#include "modules/letters/letter_paper.hpp"

#include "kernel/base/text.hpp"
#include "kernel/documents/letterhead.hpp"
#include "kernel/files/paper_photo.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/described_json.hpp"
#include "modules/settings/settings.hpp"

#include <utility>

namespace letters
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr double text_size = 10; ///< points

struct Recipient {
    std::string name;
    std::string contact;
    std::vector<std::string> lines;
    std::string email;
    std::string phone;
};

Recipient example()
{
    return {.name = t("letters.example.client"),
            .contact = t("letters.example.contact"),
            .lines = {t("letters.example.street"), t("letters.example.city")},
            .email = t("letters.example.email"),
            .phone = t("letters.example.phone")};
}

Recipient recipient_of(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    if (!client) return example();
    const auto summary = crm::client(tx, client);
    const auto addressee = crm::addressee(tx, client);
    return {.name = addressee.name,
            .contact = addressee.contact,
            .lines = addressee.lines,
            .email = summary.email,
            .phone = summary.phone.empty() ? std::string{} : i18n::phone(summary.phone)};
}

std::string on_one_line(const std::vector<std::string>& lines)
{
    std::string words;
    for (const auto& line : lines)
        words += (words.empty() ? "" : ", ") + line;
    return words;
}

std::vector<std::string> lines_of(const std::string& trade_name, const settings::Profile& business)
{
    std::vector<std::string> lines{business.legal_name.empty() ? trade_name : business.legal_name};
    for (const auto& line :
         {business.address, std::string{base::trim(business.postal_code + " " + business.city)},
          business.phone, business.email})
        if (!line.empty()) lines.push_back(line);
    return lines;
}

templates::Wording wording_of(WorkspaceTransaction& tx, const Addressed& letter,
                              const Recipient& to, const settings::Profile& business,
                              base::Date today)
{
    const auto& workspace = tx.workspace();
    templates::Wording wording{.client = to.name,
                               .contact = to.contact.empty() ? to.name : to.contact,
                               .date = i18n::long_date(today),
                               .amount = {},
                               .number = letter.number,
                               .subject = letter.title,
                               .business = workspace.name,
                               .siret = i18n::siret(business.siret),
                               .vat_number = business.vat_number,
                               .phone = business.phone.empty() ? std::string{}
                                                               : i18n::phone(business.phone),
                               .email = business.email};
    wording.client_address = on_one_line(to.lines);
    wording.client_email = to.email;
    wording.client_phone = to.phone;
    if (letter.project) wording.project = projects::project(tx, *letter.project).name;
    return wording;
}

/// Its words are filled here once; those between lines of prices say nothing in a letter.
std::string look_of(WorkspaceTransaction& tx, const Addressed& letter,
                    const templates::Wording& wording)
{
    const auto type = letter.kind == LetterKind::contract ? templates::DocumentType::contract
                                                          : templates::DocumentType::letter;
    auto look = templates::for_type(tx, type);
    auto& content = look.content;
    if (!letter.content.colour.empty()) content.colour = letter.content.colour;
    if (content.colour.empty()) content.colour = documents::paper_colour(tx.workspace());
    content.spacing = letter.content.spacing;
    content.head = templates::filled(content.head, wording);
    content.foot = templates::filled(content.foot, wording);
    content.intro.clear();
    content.terms.clear();
    return templates::frozen(look);
}

documents::Align align_of(BlockAlign align)
{
    return align == BlockAlign::left     ? documents::Align::Left
           : align == BlockAlign::centre ? documents::Align::Centre
                                         : documents::Align::Right;
}

documents::Hue hue_of(BlockHue hue)
{
    return hue == BlockHue::usual   ? documents::Hue::Usual
           : hue == BlockHue::brand ? documents::Hue::Brand
                                    : documents::Hue::Quiet;
}

documents::RichText text_of(const std::string& json)
{
    return json.empty() ? documents::RichText{} : documents::from_json(json);
}

documents::SigningPlaces places_of(const Block& block)
{
    documents::SigningPlaces places;
    for (const auto& who : {block.words, block.beside})
        if (!who.empty()) places.who.push_back(who);
    return places;
}

documents::Picture picture_of(WorkspaceTransaction& tx, const Block& block)
{
    documents::Picture picture{.percent = block.size, .align = align_of(block.align)};
    if (const auto file = files::find(tx, files::FileId{block.file})) {
        picture.jpeg = files::paper_photo(tx, *file);
        picture.width = file->width;
        picture.height = file->height;
    }
    return picture;
}

/// On one line while there is room.
documents::Written links_of(const Block& block)
{
    documents::TextBlock line;
    for (const auto& link : block.links) {
        if (!line.runs.empty()) line.runs.push_back({.words = "  ·  ", .marks = {}});
        line.runs.push_back({.words = link.label, .marks = {.link = link.address}});
    }
    return {.text = {{line}}, .size = text_size, .align = align_of(block.align)};
}

documents::Block block_of(WorkspaceTransaction& tx, const Block& block, const std::string& logo)
{
    switch (block.kind) {
    case BlockKind::heading:
        return documents::Heading{
            .words = block.words, .align = align_of(block.align), .hue = hue_of(block.hue)};
    case BlockKind::text:
        break;
    case BlockKind::columns:
        return documents::Abreast{
            .left = text_of(block.text), .right = text_of(block.right), .size = text_size};
    case BlockKind::picture:
        return picture_of(tx, block);
    case BlockKind::button:
        return documents::Button{
            .label = block.words, .address = block.address, .align = align_of(block.align)};
    case BlockKind::links:
        return links_of(block);
    case BlockKind::logo:
        return documents::Emblem{
            .png = logo, .side = static_cast<double>(block.size), .align = align_of(block.align)};
    case BlockKind::separator:
        return documents::Rule{.hue = hue_of(block.hue)};
    case BlockKind::space:
        return documents::Gap{.height = static_cast<double>(block.size)};
    case BlockKind::signature:
        return places_of(block);
    }
    return documents::Written{.text = text_of(block.text),
                              .size = text_size,
                              .align = align_of(block.align),
                              .hue = hue_of(block.hue)};
}

} // namespace

std::string written(const LetterPaper& paper)
{
    return boost::json::serialize(json_of(paper));
}

LetterPaper paper_from(std::string_view json)
{
    LetterPaper paper;
    read_json(boost::json::parse(json), paper);
    return paper;
}

LetterPaper paper_of(WorkspaceTransaction& tx, const Addressed& letter, base::Date today)
{
    const auto business = settings::profile(tx);
    const auto to = recipient_of(tx, letter.client);
    const auto wording = wording_of(tx, letter, to, business, today);
    const auto& name = tx.workspace().name;
    LetterPaper paper{
        .title = letter.title,
        .dates = t("letters.paper.dates", {{"number", letter.number}, {"date", wording.date}}),
        .look = look_of(tx, letter, wording),
        .from = lines_of(name, business),
        .to_label = t("letters.paper.to"),
        .to = {to.name},
        .foot = name + " · " + letter.number,
        .siret = business.siret,
        .legal = templates::legal_line(name, business),
        .content = filled(letter.content, wording)};
    if (!to.contact.empty()) paper.to.push_back(to.contact);
    paper.to.insert(paper.to.end(), to.lines.begin(), to.lines.end());
    return paper;
}

documents::Document document_of(const tenancy::Context& context, const LetterPaper& paper,
                                base::Instant made_at)
{
    documents::Document document{.title = paper.title,
                                 .subtitle = paper.dates,
                                 .from = documents::letterhead_of(context),
                                 .body = {documents::Parties{.from = paper.from,
                                                             .to_label = paper.to_label,
                                                             .to = paper.to}},
                                 .foot = paper.foot,
                                 .made_at = made_at};
    document.look.paper = documents::paper_of(context.workspace());
    context.read([&](WorkspaceTransaction& tx) {
        for (const auto& block : paper.content.blocks)
            document.body.push_back(block_of(tx, block, document.from.logo));
    });
    return templates::dressed(std::move(document), templates::template_from(paper.look), {},
                              {.siret = paper.siret, .line = paper.legal});
}

} // namespace letters

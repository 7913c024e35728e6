#include "kernel/html/ui/thread.hpp"

#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace ui
{

using namespace html;

namespace
{

enum class Audience { Everybody, Team };

Html entry(const Message& message, Audience audience)
{
    const auto tag = audience == Audience::Team
                         ? span(cls("tag"), icon("lock", "i-sm"), i18n::t("ui.internal_note"))
                         : span(cls("text-12 text-fg-3"), message.role);
    auto author = message.author;
    author.size = AvatarSize::Large;
    const auto said_by = i18n::t(audience == Audience::Team ? "ui.note_by" : "ui.message_by",
                                 {{"name", author.name}});
    return article(
        cls("msg", audience == Audience::Team ? " note" : ""), id(message.id),
        attribute<"aria-label">(said_by), avatar(author),
        div(div(cls("bubble"), div(cls("msg-head"), b(author.name), tag, moment(message.at)),
                div(cls("msg-body"), message.body),
                when(!message.attachments.empty(),
                     div(cls("mt-3 flex flex-wrap gap-2"), message.attachments)))));
}

Html lines(std::string_view paragraph)
{
    Html out;
    while (true) {
        const auto end = paragraph.find('\n');
        out += text(paragraph.substr(0, end));
        if (end == paragraph.npos) return out;
        out += br();
        paragraph.remove_prefix(end + 1);
    }
}

} // namespace

Html moment(const Moment& at)
{
    return html::time(cls("num"), datetime(at.iso), at.shown);
}

Html message(const Message& message)
{
    return entry(message, Audience::Everybody);
}

Html internal_note(const Message& message)
{
    return entry(message, Audience::Team);
}

Html paragraphs(std::string_view plain)
{
    Html out;
    while (!plain.empty()) {
        const auto end = plain.find("\n\n");
        const auto paragraph = plain.substr(0, end);
        if (!paragraph.empty()) out += p(lines(paragraph));
        if (end == plain.npos) break;
        plain.remove_prefix(end);
        plain.remove_prefix(std::min(plain.find_first_not_of('\n'), plain.size()));
    }
    return out;
}

Html event(Icon what, const Html& sentence, const Moment& at)
{
    return div(cls("ev"), span(cls("mark"), icon(what, "i-sm")), p(sentence, " · ", moment(at)));
}

Html thread(const Html& entries)
{
    return div(cls("thread"), entries);
}

Html presence()
{
    const auto words = [](std::string_view key) { return i18n::t(key, {{"name", "{name}"}}); };
    return div(id("presence"), cls("presence no-print"), role("status"),
               flag<"data-turbo-permanent">(), attribute<"data-looking">(words("ui.live.looking")),
               attribute<"data-replying">(words("ui.live.replying")),
               attribute<"data-ask">(words("ui.live.replying_ask")));
}

Html file_chip(const FileChip& file)
{
    return a(cls("file"), href(file.to), tile(file.icon, Tone::Blue, "!size-7"), span(file.name),
             span(cls("num text-12 text-fg-3"), file.size));
}

} // namespace ui

#include "kernel/mail/letter.hpp"

#include "kernel/base/oklch.hpp"
#include "kernel/base/text.hpp"
#include "kernel/html/core.hpp"
#include "kernel/i18n/translate.hpp"

namespace mail
{
namespace
{

constexpr std::size_t preheader_length = 110; // what mail programs show after the subject
constexpr double neutral_hue = 262;
constexpr const char* fonts =
    "Inter,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

// Mail programs know tables and inline styles, not the stylesheet of the pages; the tokens of the
// design are written as hex.
constexpr const char* frame = R"html(<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{subject}}</title>
<style>
@media (prefers-color-scheme: dark) {
.bg { background: {{dark_bg}} !important; }
.card { background: {{dark_surface}} !important; border-color: {{dark_line}} !important; }
.fg { color: {{dark_fg}} !important; }
.fg-2 { color: {{dark_fg_2}} !important; }
.quote { background: {{dark_bg}} !important; border-color: {{dark_brand}} !important; color: {{dark_fg}} !important; }
.brand { background: {{dark_brand}} !important; }
.link { color: {{dark_link}} !important; }
}
</style>
</head>
<body class="bg" style="margin:0;padding:0;background:{{bg}};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">{{preheader}}</div>
<table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:{{bg}}">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td style="padding:0 4px 16px">
<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
{{mark}}
<td class="fg" style="padding-left:10px;color:{{fg}};font:600 15px/20px {{fonts}}">{{name}}</td>
</tr></table>
</td></tr>
<tr><td class="card" style="background:{{surface}};border:1px solid {{line}};border-radius:12px;padding:28px 28px 24px">
<h1 class="fg" style="margin:0 0 16px;color:{{fg}};font:620 20px/28px {{fonts}};letter-spacing:-.017em">{{subject}}</h1>
{{content}}</td></tr>
<tr><td class="fg-2" style="padding:16px 4px 0;color:{{fg_2}};font:400 12px/18px {{fonts}}">{{small_print}}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
)html";

constexpr const char* initial_pattern =
    R"html(<td class="brand" width="32" height="32" align="center" style="width:32px;height:32px;background:{{brand}};border-radius:8px;color:#ffffff;font:600 13px/32px {{fonts}}">{{initial}}</td>)html";

constexpr const char* logo_pattern =
    R"html(<td width="32" height="32"><img src="{{logo}}" alt="{{name}}" width="32" height="32" style="display:block;width:32px;height:32px;border:0;border-radius:8px"></td>)html";

constexpr const char* paragraph_pattern =
    R"html(<p class="fg" style="margin:0 0 14px;color:{{fg}};font:400 15px/24px {{fonts}}">{{words}}</p>
)html";

constexpr const char* quote_pattern =
    R"html(<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 18px"><tr><td class="quote fg" style="background:{{bg}};border-left:3px solid {{brand}};border-radius:0 8px 8px 0;padding:12px 16px;color:{{fg}};font:400 14px/22px {{fonts}}">{{words}}</td></tr></table>
)html";

constexpr const char* button_pattern =
    R"html(<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 18px"><tr><td class="brand" style="background:{{brand}};border-radius:8px"><a href="{{url}}" style="display:inline-block;padding:11px 20px;color:#ffffff;font:560 15px/20px {{fonts}};text-decoration:none">{{label}}</a></td></tr></table>
<p class="fg-2" style="margin:0 0 6px;color:{{fg_2}};font:400 12px/18px {{fonts}}">{{fallback}}<br><a class="link" href="{{url}}" style="color:{{link}};word-break:break-all">{{url}}</a></p>
)html";

std::string escaped(std::string_view text)
{
    std::string safe;
    html::append_escaped(safe, text);
    return safe;
}

std::string with_line_breaks(std::string_view text)
{
    return base::replace_all(escaped(text), "\n", "<br>\n");
}

/// The tokens of the design that a mail uses (DESIGN §2), light and dark.
base::Params palette(const Brand& brand)
{
    const auto neutral = [](double lightness, double chroma) {
        return base::hex_of_oklch({lightness, chroma, neutral_hue});
    };
    const auto tinted = [&](double lightness) {
        return base::hex_of_oklch(
            {lightness, brand.chroma / 1000.0, static_cast<double>(brand.hue)});
    };
    return {{"bg", neutral(0.978, 0.003)},
            {"surface", "#ffffff"},
            {"line", neutral(0.922, 0.004)},
            {"fg", neutral(0.225, 0.018)},
            {"fg_2", neutral(0.42, 0.016)},
            {"brand", tinted(0.49)},
            {"link", tinted(0.45)},
            {"dark_bg", neutral(0.155, 0.007)},
            {"dark_surface", neutral(0.19, 0.008)},
            {"dark_line", neutral(0.268, 0.009)},
            {"dark_fg", neutral(0.952, 0.004)},
            {"dark_fg_2", neutral(0.79, 0.009)},
            {"dark_brand", tinted(0.535)},
            {"dark_link", tinted(0.79)},
            {"fonts", fonts}};
}

std::string_view value_of(const base::Params& params, std::string_view name)
{
    for (const auto& [known, value] : params)
        if (known == name) return value;
    return {};
}

/// Replaces each {{name}} in one pass: what a person typed is never read again.
std::string filled(std::string_view pattern, base::Params colours, const base::Params& words)
{
    colours.insert(colours.end(), words.begin(), words.end());
    std::string text;
    for (auto open = pattern.find("{{"); open != pattern.npos; open = pattern.find("{{")) {
        const auto close = pattern.find("}}", open);
        text += pattern.substr(0, open);
        text += value_of(colours, pattern.substr(open + 2, close - open - 2));
        pattern.remove_prefix(close + 2);
    }
    return text += pattern;
}

std::string content_of(const NewMessage& message, const base::Params& colours)
{
    std::string content;
    for (const auto& paragraph : message.paragraphs)
        content += filled(paragraph_pattern, colours, {{"words", with_line_breaks(paragraph)}});
    if (!message.quote.empty())
        content += filled(quote_pattern, colours, {{"words", with_line_breaks(message.quote)}});
    if (message.button)
        content += filled(button_pattern, colours,
                          {{"label", escaped(message.button->label)},
                           {"url", escaped(message.button->url)},
                           {"fallback", escaped(i18n::t("mail.letter.fallback"))}});
    return content;
}

std::string mark_of(const Brand& brand, const base::Params& colours)
{
    return filled(brand.logo.empty() ? initial_pattern : logo_pattern, colours,
                  {{"initial", escaped(base::initials(brand.name))},
                   {"name", escaped(brand.name)},
                   {"logo", escaped(brand.logo)}});
}

std::string small_print_of(const NewMessage& message, const Brand& brand)
{
    return message.small_print.empty() ? i18n::t("mail.letter.sent_by", {{"brand", brand.name}})
                                       : message.small_print;
}

} // namespace

std::string html_part(const NewMessage& message, const Brand& brand)
{
    const auto colours = palette(brand);
    const auto preheader = message.paragraphs.empty() ? message.quote : message.paragraphs.back();
    return filled(frame, colours,
                  {{"subject", escaped(message.subject)},
                   {"preheader", escaped(base::shorten(preheader, preheader_length))},
                   {"mark", mark_of(brand, colours)},
                   {"name", escaped(brand.name)},
                   {"content", content_of(message, colours)},
                   {"small_print", with_line_breaks(small_print_of(message, brand))}});
}

std::string text_part(const NewMessage& message, const Brand& brand)
{
    std::string text;
    for (const auto& paragraph : message.paragraphs)
        text += paragraph + "\n\n";
    if (!message.quote.empty())
        text += "> " + base::replace_all(message.quote, "\n", "\n> ") + "\n\n";
    if (message.button)
        text += i18n::t("mail.letter.button_line", {{"label", message.button->label}}) + "\n" +
                message.button->url + "\n\n";
    return text + "-- \n" + brand.name + "\n" + small_print_of(message, brand) + "\n";
}

} // namespace mail

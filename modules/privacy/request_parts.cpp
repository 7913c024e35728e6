#include "modules/privacy/request_parts.hpp"

#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"

namespace privacy
{

using namespace html;
using i18n::t;

std::vector<ui::Choice> kind_choices()
{
    std::vector<ui::Choice> choices;
    for (const char* code : {"access", "rectification", "erasure"})
        choices.push_back({.value = code,
                           .label = t(std::string{"privacy.kind."} + code),
                           .hint = t(std::string{"privacy.kind_hint."} + code)});
    return choices;
}

std::vector<ui::Choice> channel_choices()
{
    std::vector<ui::Choice> choices;
    for (const char* code : {"email", "phone", "letter"})
        choices.push_back(
            {.value = code, .label = t(std::string{"privacy.channel."} + code), .hint = {}});
    return choices;
}

std::vector<ui::Choice> outcome_choices()
{
    return {{.value = "done", .label = t("privacy.state.done"), .hint = {}},
            {.value = "refused", .label = t("privacy.state.refused"), .hint = {}}};
}

Html request_row(const RequestLine& line)
{
    const ui::Row row{.lead = ui::tile("shield-check", ui::Tone::Gray),
                      .title = line.title,
                      .detail = line.detail,
                      .aside = ui::badge(line.badge, line.tone)};
    return line.page ? ui::row_link(*line.page, row) : ui::row(row);
}

Html column(const Html& content)
{
    return div(cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
               content);
}

} // namespace privacy

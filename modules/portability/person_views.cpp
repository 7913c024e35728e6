#include "modules/portability/person_views.hpp"

#include "kernel/html/html.hpp"

namespace portability
{

using namespace html;

namespace
{

/// The page is opened from the archive, alone: its look travels with it.
constexpr const char* look =
    "<style>:root{color-scheme:light dark}"
    "body{max-width:720px;margin:0 auto;padding:24px 20px 64px;overflow-wrap:anywhere;"
    "font:16px/1.5 system-ui,sans-serif}"
    "h1{font-size:26px;line-height:1.25}h2{margin:36px 0 12px;font-size:19px}"
    "dl{display:grid;grid-template-columns:minmax(130px,220px) 1fr;gap:4px 16px;margin:0;"
    "padding:14px 0;border-top:1px solid #8884}"
    "dt{color:GrayText}dd{margin:0;white-space:pre-line}"
    "@media(max-width:520px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}"
    "@media print{body{max-width:none}}</style>";

} // namespace

std::string person_page_head(const std::string& title, const std::string& words)
{
    return "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\">"
           "<meta name=\"viewport\" content=\"width=device-width\">" +
           document_title(title).text() + look + "</head><body>" + h1(title).text() +
           p(words).text();
}

std::string person_page_section(const std::string& title)
{
    return h2(title).text();
}

std::string person_page_row(const std::vector<PersonFact>& facts)
{
    if (facts.empty()) return {};
    return dl(each(facts, [](const auto& fact) { return group(dt(fact.label), dd(fact.words)); }))
        .text();
}

std::string person_page_note(const std::string& words)
{
    return p(words).text();
}

std::string person_page_end()
{
    return "</body></html>\n";
}

} // namespace portability

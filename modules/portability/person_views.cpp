#include "modules/portability/person_views.hpp"

#include "kernel/html/html.hpp"

namespace portability
{

using namespace html;

std::string person_page_head(const std::string& title, const std::string& words)
{
    return "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\">"
           "<meta name=\"viewport\" content=\"width=device-width\">" +
           document_title(title).text() + "</head><body>" + h1(title).text() + p(words).text();
}

std::string person_page_section(const std::string& title)
{
    return h2(title).text();
}

std::string person_page_row(const std::vector<PersonFact>& facts)
{
    return dl(each(facts, [](const auto& fact) { return group(dt(fact.label), dd(fact.words)); }))
               .text() +
           "<hr>";
}

std::string person_page_end()
{
    return "</body></html>\n";
}

} // namespace portability

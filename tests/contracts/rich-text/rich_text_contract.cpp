#include "kernel/documents/rich_text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <iostream>
#include <iterator>

/// Reads a JSON list of HTML texts, prints the list of what a page shows of each.
int main()
{
    const std::string given{std::istreambuf_iterator<char>{std::cin}, {}};
    boost::json::array pages;
    const auto samples = boost::json::parse(given);
    for (const auto& html : samples.as_array())
        pages.emplace_back(
            documents::to_html(documents::read_html(std::string_view{html.as_string()})).text());
    std::cout << boost::json::serialize(pages) << '\n';
    return 0;
}

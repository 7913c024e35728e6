#include "kernel/documents/rich_text.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>
#include <array>

namespace
{

constexpr std::array allowed{"p", "br", "strong", "em", "a", "ul", "ol", "li", "span"};

/// Of a tag's inside: `a href="…"`.
void check_tag(std::string_view tag)
{
    const bool is_end = tag.starts_with('/');
    if (is_end) tag.remove_prefix(1);
    const auto name = tag.substr(0, tag.find_first_of(" />"));
    fuzz::must(std::find(allowed.begin(), allowed.end(), name) != allowed.end());
    const auto rest = tag.substr(name.size());
    if (is_end)
        fuzz::must(rest.empty());
    else if (name == "a")
        fuzz::must(rest.starts_with(" href=\"http://") || rest.starts_with(" href=\"https://") ||
                   rest.starts_with(" href=\"mailto:") || rest.starts_with(" href=\"tel:"));
    else if (name == "span")
        fuzz::must(rest.starts_with(" class=\"size-"));
    else
        fuzz::must(rest.empty());
}

} // namespace

// Only the tags of a rich text come out, and its page, its source and its stored form are the same
// text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > 4096) return 0;
    const auto text = documents::read_html(fuzz::text(data, size));
    const auto page = documents::to_html(text).text();
    for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const auto end = page.find('>', at);
        fuzz::must(end != std::string::npos);
        check_tag(std::string_view{page}.substr(at + 1, end - at - 1));
    }
    fuzz::must(documents::read_html(page) == text);
    fuzz::must(documents::read_html(documents::to_source_html(text)) == text);
    fuzz::must(documents::from_json(documents::to_json(text)) == text);
    return 0;
}

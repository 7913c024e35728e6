#include "kernel/html/markdown.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace
{

constexpr std::array allowed{"p",  "br",         "strong", "em",  "a",  "ul", "ol",
                             "li", "blockquote", "code",   "pre", "hr", "del"};

bool is_allowed(std::string_view name)
{
    return std::find(allowed.begin(), allowed.end(), name) != allowed.end();
}

/// Of a tag's inside: `a href="…"`.
void check_tag(std::string_view tag)
{
    if (tag.starts_with('/')) tag.remove_prefix(1);
    const auto name = tag.substr(0, tag.find_first_of(" />"));
    fuzz::must(is_allowed(name));
    if (const auto href = tag.find("href=\""); href != std::string_view::npos) {
        auto address = std::string{tag.substr(href + 6)};
        std::transform(address.begin(), address.end(), address.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        for (const char* scheme : {"javascript:", "data:", "vbscript:", "file:"})
            fuzz::must(!address.starts_with(scheme));
    }
    const auto rest = tag.substr(name.size());
    fuzz::must(name == "a" || rest.empty() || rest == " /" ||
               (name == "ol" && rest.starts_with(" start=\"")));
}

} // namespace

// Only the tags of a conversation come out, and no link runs a script.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > 4096) return 0;
    const std::string page = html::markdown(fuzz::text(data, size)).text();
    for (auto at = page.find('<'); at != std::string::npos; at = page.find('<', at + 1)) {
        const auto end = page.find('>', at);
        fuzz::must(end != std::string::npos);
        check_tag(std::string_view{page}.substr(at + 1, end - at - 1));
    }
    return 0;
}

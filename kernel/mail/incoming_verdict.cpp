#include "kernel/mail/incoming_verdict.hpp"

#include "kernel/base/text.hpp"

#include <string>

namespace mail
{
namespace
{

/// Without quoted strings and comments: a sender writes what is in them.
std::string unquoted(std::string_view text)
{
    std::string kept;
    int depth = 0;
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\')
            ++at;
        else if (c == '"' && depth == 0)
            is_quoted = !is_quoted;
        else if (!is_quoted && c == '(')
            ++depth;
        else if (!is_quoted && c == ')' && depth > 0)
            --depth;
        else if (!is_quoted && depth == 0)
            kept += c;
    }
    return is_quoted || depth > 0 ? std::string{} : kept;
}

} // namespace

Verdict verdict_in(std::string_view results)
{
    const auto text = unquoted(results);
    auto pieces = base::split(text, ';');
    Verdict verdict;
    const auto first = base::trim(pieces.front());
    verdict.server = first.substr(0, first.find_first_of(" \t"));
    const auto said = text.find("dmarc=");
    if (said == text.npos || text.find("dmarc=", said + 1) != text.npos) return verdict;
    for (const auto& piece : pieces) {
        const auto method = base::trim(piece);
        constexpr std::string_view property = "header.from=";
        const auto at = method.find(property);
        if (!method.starts_with("dmarc=pass") || at == method.npos) continue;
        const auto rest = method.substr(at + property.size());
        verdict.domain = rest.substr(0, rest.find_first_of(" \t\r\n"));
        break;
    }
    return verdict;
}

} // namespace mail

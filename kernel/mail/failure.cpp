#include "kernel/mail/failure.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace mail
{
namespace
{

constexpr std::size_t words_length_max = 300; // characters
constexpr std::size_t blocks_max = 100;       // recipients of one report

using Fields = std::map<std::string, std::string, std::less<>>;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Blocks of « Name: value », folded lines joined; an empty line ends one.
std::vector<Fields> blocks_of(std::string_view report)
{
    std::vector<Fields> blocks(1);
    std::string name;
    for (auto line : base::split(report, '\n')) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        const bool is_more = !line.empty() && (line.front() == ' ' || line.front() == '\t');
        if (base::trim(line).empty()) {
            name.clear();
            if (!blocks.back().empty() && blocks.size() < blocks_max) blocks.emplace_back();
        } else if (is_more && !name.empty()) {
            blocks.back()[name] += " " + base::trim(line);
        } else if (const auto colon = line.find(':'); colon != line.npos) {
            name = base::lower_ascii(base::trim(line.substr(0, colon)));
            blocks.back().try_emplace(name, base::trim(line.substr(colon + 1)));
        }
    }
    return blocks;
}

std::string value_of(const Fields& fields, std::string_view name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string{} : found->second;
}

/// Of « rfc822; compta@ailleurs.example ».
std::vector<std::string> recipients_of(const Fields& fields)
{
    std::vector<std::string> found;
    for (const char* name : {"original-recipient", "final-recipient"}) {
        const auto value = value_of(fields, name);
        const auto address = value.substr(value.find(';') + 1);
        if (!value.empty()) found.push_back(base::lower_ascii(base::trim(address)));
    }
    return found;
}

/// « smtp; 550 5.1.1 User unknown » without the kind of server.
std::string words_of(const std::string& diagnostic)
{
    const auto semicolon = diagnostic.find(';');
    const auto words = semicolon == diagnostic.npos ? diagnostic : diagnostic.substr(semicolon + 1);
    return base::shorten(base::trim(base::normalise(words)), words_length_max);
}

} // namespace

std::string status_in(std::string_view words)
{
    for (std::size_t at = 0; at + 5 <= words.size(); ++at) {
        const bool is_start = at == 0 || (!is_digit(words[at - 1]) && words[at - 1] != '.');
        if (!is_start || words[at] != '5' || words[at + 1] != '.') continue;
        auto end = at + 2;
        while (end < words.size() && is_digit(words[end]))
            ++end;
        if (end == at + 2 || end >= words.size() || words[end] != '.') continue;
        const auto detail = ++end;
        while (end < words.size() && is_digit(words[end]))
            ++end;
        const bool is_longer = end < words.size() && words[end] == '.' && end + 1 < words.size() &&
                               is_digit(words[end + 1]);
        if (end > detail && !is_longer) return std::string{words.substr(at, end - at)};
    }
    return {};
}

bool is_dead_address(std::string_view status)
{
    constexpr std::array dead{"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10"};
    return std::ranges::any_of(dead, [&](const char* one) { return status == one; });
}

std::optional<Failure> failure_in(std::string_view report)
{
    for (const auto& fields : blocks_of(report)) {
        if (base::lower_ascii(value_of(fields, "action")) != "failed") continue;
        const auto words = words_of(value_of(fields, "diagnostic-code"));
        auto status = status_in(value_of(fields, "status"));
        return Failure{
            .status = std::move(status), .words = words, .recipients = recipients_of(fields)};
    }
    return {};
}

} // namespace mail

#include "kernel/forms/field_types.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace forms::detail
{
namespace
{

constexpr std::size_t email_bytes_max = 254;     // RFC 5321 §4.5.3.1.3 less the brackets
constexpr std::size_t local_part_bytes_max = 64; // RFC 5321 §4.5.3.1.1
constexpr std::size_t label_bytes_max = 63;      // RFC 1035 §2.3.4
constexpr std::size_t password_bytes_max = 1000;
constexpr std::size_t phone_digits_min = 6;
constexpr std::size_t phone_digits_max = 20;

std::string_view first(const Texts& texts)
{
    return texts.empty() ? std::string_view{} : texts.front();
}

std::optional<ReadError> check_length(std::string_view text, std::size_t min, std::size_t max)
{
    if (text.empty()) return min == 0 ? std::optional<ReadError>{} : required();
    const auto length = base::code_points(text);
    if (length < min) return ReadError{"forms.error.too_short", {{"min", std::to_string(min)}}};
    if (length > max)
        return ReadError{"forms.error.too_long",
                         {{"max", std::to_string(max)}, {"length", std::to_string(length)}}};
    return {};
}

bool is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local_part(std::string_view local)
{
    constexpr std::string_view others = "!#$%&'*+/=?^_`{|}~-.";
    if (local.empty() || local.size() > local_part_bytes_max) return false;
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos)
        return false;
    return std::ranges::all_of(local, [&](char c) {
        return is_alphanumeric(c) || others.find(c) != std::string_view::npos;
    });
}

bool is_label(std::string_view label)
{
    if (label.empty() || label.size() > label_bytes_max) return false;
    if (label.front() == '-' || label.back() == '-') return false;
    return std::ranges::all_of(label, [](char c) { return is_alphanumeric(c) || c == '-'; });
}

bool is_domain(std::string_view domain)
{
    const auto labels = base::split(domain, '.');
    return labels.size() >= 2 && labels.back().size() >= 2 && std::ranges::all_of(labels, is_label);
}

} // namespace

bool is_blank(const Texts& texts)
{
    return base::trim(first(texts)).empty();
}

bool is_ticked(const Texts& texts)
{
    if (texts.empty()) return false;
    const auto last = texts.back();
    return last == "on" || last == "1" || last == "true";
}

std::optional<ReadError> read_line(const Texts& texts, std::size_t min, std::size_t max,
                                   std::string& out)
{
    out = base::normalise(first(texts));
    std::ranges::replace_if(
        out, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    out = base::trim(out);
    return check_length(out, min, max);
}

std::optional<ReadError> read_lines(const Texts& texts, std::size_t min, std::size_t max,
                                    std::string& out)
{
    out = base::normalise(first(texts));
    if (base::trim(out).empty()) out.clear();
    return check_length(out, min, max);
}

std::optional<ReadError> read_email(const Texts& texts, std::string& out)
{
    out = base::trim(first(texts));
    if (out.empty()) return required();
    const auto at = out.rfind('@');
    if (at == std::string::npos || out.size() > email_bytes_max)
        return ReadError{"forms.error.email", {}};
    const auto domain = base::lower_ascii(std::string_view{out}.substr(at + 1));
    out = out.substr(0, at) + "@" + domain;
    if (!is_local_part(std::string_view{out}.substr(0, at)) || !is_domain(domain))
        return ReadError{"forms.error.email", {}};
    return {};
}

std::optional<ReadError> read_phone(const Texts& texts, std::string& out)
{
    constexpr std::string_view punctuation = " .-()/";
    const auto typed = base::replace_all(base::trim(first(texts)), "\u00a0", " ");
    out.clear();
    if (typed.empty()) return required();
    for (const char c : typed) {
        if (punctuation.find(c) != std::string_view::npos) continue;
        const bool is_plus = c == '+' && out.empty();
        if (!is_plus && (c < '0' || c > '9')) return ReadError{"forms.error.phone", {}};
        out += c;
    }
    const auto digits = out.size() - (out.starts_with('+') ? 1U : 0U);
    if (digits < phone_digits_min || digits > phone_digits_max)
        return ReadError{"forms.error.phone", {}};
    return {};
}

std::optional<ReadError> read_password(const Texts& texts, std::string& out)
{
    out = std::string{first(texts)};
    if (out.empty()) return required();
    if (out.size() > password_bytes_max)
        return ReadError{
            "forms.error.too_long",
            {{"max", std::to_string(password_bytes_max)}, {"length", std::to_string(out.size())}}};
    return {};
}

std::optional<ReadError> read_number(const Texts& texts, std::int64_t min, std::int64_t max,
                                     std::int64_t& out)
{
    const auto typed = base::trim(first(texts));
    if (typed.empty()) return required();
    const auto* end = typed.data() + typed.size();
    const auto [stop, error] = std::from_chars(typed.data(), end, out);
    if (error != std::errc{} || stop != end) return ReadError{"forms.error.number", {}};
    if (out < min || out > max)
        return ReadError{"forms.error.range",
                         {{"min", std::to_string(min)}, {"max", std::to_string(max)}}};
    return {};
}

std::optional<ReadError> read_date(const Texts& texts, base::Date& out)
{
    const auto typed = base::trim(first(texts));
    if (typed.empty()) return required();
    const auto date = base::Date::parse(typed);
    if (!date) return ReadError{"forms.error.date", {}};
    out = *date;
    return {};
}

std::string text_schema(std::size_t min, std::size_t max)
{
    return R"({"type":"string","minLength":)" + std::to_string(min) + R"(,"maxLength":)" +
           std::to_string(max) + "}";
}

} // namespace forms::detail

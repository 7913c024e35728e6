#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/refusal.hpp"

#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forms
{

/// One line of text, trimmed and normalised; Min to Max code points. Min 0 makes it optional.
template <std::size_t Min, std::size_t Max>
struct Text {
    using db_newtype = void;
    std::string value;
    friend bool operator==(const Text&, const Text&) = default;
};
/// Several lines (Markdown source), normalised, LF; Min to Max code points.
template <std::size_t Min, std::size_t Max>
struct LongText {
    using db_newtype = void;
    std::string value;
    friend bool operator==(const LongText&, const LongText&) = default;
};
/// local@domain, at most 254 bytes, domain lower-cased; no display name, no quoted local part.
struct Email {
    using db_newtype = void;
    std::string value;
    friend bool operator==(const Email&, const Email&) = default;
};
/// 6 to 20 digits after removing spaces, dots, dashes, brackets; a leading + is kept. Stored so.
struct Phone {
    using db_newtype = void;
    std::string value;
    friend bool operator==(const Phone&, const Phone&) = default;
};
/// As typed: not trimmed, at most 1 000 bytes, may not be empty. Rules of strength are identity's.
struct Password {
    std::string value;
};
/// A box that must be ticked.
struct Consent {
    bool value = false;
};
/// A whole number between Min and Max.
template <std::int64_t Min, std::int64_t Max>
struct Number {
    using db_newtype = void;
    std::int64_t value = 0;
    friend bool operator==(const Number&, const Number&) = default;
};

struct ReadError {
    std::string key;
    base::Params params;
};
using Texts = std::vector<std::string_view>;

namespace detail
{
std::optional<ReadError> read_line(const Texts& texts, std::size_t min, std::size_t max,
                                   std::string& out);
std::optional<ReadError> read_lines(const Texts& texts, std::size_t min, std::size_t max,
                                    std::string& out);
std::optional<ReadError> read_email(const Texts& texts, std::string& out);
std::optional<ReadError> read_phone(const Texts& texts, std::string& out);
std::optional<ReadError> read_password(const Texts& texts, std::string& out);
std::optional<ReadError> read_number(const Texts& texts, std::int64_t min, std::int64_t max,
                                     std::int64_t& out);
std::optional<ReadError> read_date(const Texts& texts, base::Date& out);
/// « on », « 1 », « true » tick; the last value wins (a hidden « 0 » may come first).
bool is_ticked(const Texts& texts);
bool is_blank(const Texts& texts);
inline ReadError required()
{
    return {"forms.error.required", {}};
}
inline ReadError not_a_choice()
{
    return {"forms.error.choice", {}};
}
std::string text_schema(std::size_t min, std::size_t max);
} // namespace detail

/// How a field type is read from what was typed: the one customisation point of commands.
///   static std::optional<ReadError> read(const Texts&, T& out);
///   static std::string schema();   static constexpr bool is_required;
template <class T>
struct FieldType;

template <std::size_t Min, std::size_t Max>
struct FieldType<Text<Min, Max>> {
    static constexpr bool is_required = Min > 0;
    static std::optional<ReadError> read(const Texts& texts, Text<Min, Max>& out)
    {
        return detail::read_line(texts, Min, Max, out.value);
    }
    static std::string schema() { return detail::text_schema(Min, Max); }
};
template <std::size_t Min, std::size_t Max>
struct FieldType<LongText<Min, Max>> {
    static constexpr bool is_required = Min > 0;
    static std::optional<ReadError> read(const Texts& texts, LongText<Min, Max>& out)
    {
        return detail::read_lines(texts, Min, Max, out.value);
    }
    static std::string schema() { return detail::text_schema(Min, Max); }
};
template <>
struct FieldType<Email> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, Email& out)
    {
        return detail::read_email(texts, out.value);
    }
    static std::string schema() { return R"({"type":"string","format":"email"})"; }
};
template <>
struct FieldType<Phone> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, Phone& out)
    {
        return detail::read_phone(texts, out.value);
    }
    static std::string schema() { return R"({"type":"string"})"; }
};
template <>
struct FieldType<Password> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, Password& out)
    {
        return detail::read_password(texts, out.value);
    }
    static std::string schema() { return R"({"type":"string","format":"password"})"; }
};
template <>
struct FieldType<Consent> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, Consent& out)
    {
        out.value = detail::is_ticked(texts);
        if (out.value) return {};
        return ReadError{"forms.error.consent", {}};
    }
    static std::string schema() { return R"({"type":"boolean","const":true})"; }
};
template <std::int64_t Min, std::int64_t Max>
struct FieldType<Number<Min, Max>> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, Number<Min, Max>& out)
    {
        return detail::read_number(texts, Min, Max, out.value);
    }
    static std::string schema()
    {
        return "{\"type\":\"integer\",\"minimum\":" + std::to_string(Min) +
               ",\"maximum\":" + std::to_string(Max) + "}";
    }
};
template <>
struct FieldType<bool> {
    static constexpr bool is_required = false;
    static std::optional<ReadError> read(const Texts& texts, bool& out)
    {
        out = detail::is_ticked(texts);
        return {};
    }
    static std::string schema() { return R"({"type":"boolean"})"; }
};
template <>
struct FieldType<base::Date> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, base::Date& out)
    {
        return detail::read_date(texts, out);
    }
    static std::string schema() { return R"({"type":"string","format":"date"})"; }
};
template <class Tag>
struct FieldType<base::Id<Tag>> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, base::Id<Tag>& out)
    {
        if (detail::is_blank(texts)) return detail::required();
        const auto id = base::Id<Tag>::parse(texts.front());
        if (!id) return detail::not_a_choice();
        out = *id;
        return {};
    }
    static std::string schema() { return R"({"type":"string","pattern":"^[1-9][0-9]{0,18}$"})"; }
};
/// A described enum is typed by its enumerator name.
template <class E>
requires boost::describe::has_describe_enumerators<E>::value struct FieldType<E> {
    static constexpr bool is_required = true;
    static std::optional<ReadError> read(const Texts& texts, E& out)
    {
        if (detail::is_blank(texts)) return detail::required();
        bool known = false;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
            if (texts.front() == d.name) out = d.value, known = true;
        });
        if (known) return {};
        return detail::not_a_choice();
    }
    static std::string schema()
    {
        std::string names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
            [&](auto d) { names += (names.empty() ? "\"" : ",\"") + std::string{d.name} + "\""; });
        return "{\"type\":\"string\",\"enum\":[" + names + "]}";
    }
};
template <class T>
struct FieldType<std::optional<T>> {
    static constexpr bool is_required = false;
    static std::optional<ReadError> read(const Texts& texts, std::optional<T>& out)
    {
        if (detail::is_blank(texts)) return {};
        return FieldType<T>::read(texts, out.emplace());
    }
    static std::string schema() { return FieldType<T>::schema(); }
};
inline constexpr std::size_t repeated_values_max = 200;
template <class T>
struct FieldType<std::vector<T>> {
    static constexpr bool is_required = false;
    static std::optional<ReadError> read(const Texts& texts, std::vector<T>& out)
    {
        if (texts.size() > repeated_values_max) return ReadError{"forms.error.too_many", {}};
        for (const auto text : texts) {
            if (text.empty()) continue;
            if (auto error = FieldType<T>::read({text}, out.emplace_back())) return error;
        }
        return {};
    }
    static std::string schema()
    {
        return "{\"type\":\"array\",\"items\":" + FieldType<T>::schema() + "}";
    }
};

/// The name of a described enumerator: "waiting_client".
template <class E>
std::string_view enum_name(E value)
{
    std::string_view name;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        if (d.value == value) name = d.name;
    });
    return name;
}

} // namespace forms

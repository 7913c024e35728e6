#pragma once

#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace forms
{

/// Untyped input in order, names may repeat: http::Fields::all(), or a flattened JSON object.
using Typed = std::vector<std::pair<std::string, std::string>>;

/// What is wrong with one field: a translation key ("forms.error.required") and its parameters.
struct FieldError {
    std::string key;
    base::Params params;
};

/// All field errors of a submission, by field name. An empty name is an error of the whole form.
class Errors
{
  public:
    void add(std::string_view field, std::string_view key, base::Params params = {});
    const FieldError* find(std::string_view field) const;
    bool empty() const { return errors_.empty(); }
    const std::map<std::string, FieldError, std::less<>>& all() const { return errors_; }

  private:
    std::map<std::string, FieldError, std::less<>> errors_;
};

/// A submission: what was typed (shown again as it was, passwords excepted), the typed command when
/// every field is right, and every error at once.
template <class Command>
struct Form {
    Command command{};
    Typed typed;
    Errors errors;

    bool is_valid() const { return errors.empty(); }
    /// What to show in the field again; `otherwise` when nothing was submitted for it.
    std::string_view typed_value(std::string_view field, std::string_view otherwise = {}) const
    {
        for (const auto& [name, value] : typed)
            if (name == field) return value;
        return otherwise;
    }
};

namespace detail
{
std::vector<std::string_view> every(const Typed& typed, std::string_view name);
/// Flattens a JSON object of scalars and arrays of scalars. Nothing when it is not one, or deeper
/// than 1, or has more than 200 members.
std::optional<Typed> flatten_json(std::string_view body);
} // namespace detail

/// Binds a described command struct (a whitelist: other fields are ignored). A missing field counts
/// as empty: an error for required types, false for bool, nothing for optional, empty for vector.
template <class Command>
Form<Command> bind(const Typed& typed)
{
    Form<Command> form{.command = {}, .typed = typed, .errors = {}};
    using Members = boost::describe::describe_members<Command, boost::describe::mod_public |
                                                                   boost::describe::mod_inherited>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        using Field = std::remove_cvref_t<decltype(form.command.*member.pointer)>;
        const auto texts = detail::every(typed, member.name);
        if (auto error = FieldType<Field>::read(texts, form.command.*member.pointer))
            form.errors.add(member.name, error->key, std::move(error->params));
    });
    return form;
}

/// The same from a JSON object; a body that is not one is the form-wide error "forms.error.json".
template <class Command>
Form<Command> bind_json(std::string_view body)
{
    const auto typed = detail::flatten_json(body);
    if (typed) return bind<Command>(*typed);
    Form<Command> form;
    form.errors.add("", "forms.error.json");
    return form;
}

/// A described command as JSON schema (object), for OpenAPI and `routes --json`.
template <class Command>
std::string schema()
{
    std::string properties;
    std::string required;
    using Members = boost::describe::describe_members<Command, boost::describe::mod_public |
                                                                   boost::describe::mod_inherited>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        using Field = std::remove_cvref_t<decltype(std::declval<Command&>().*member.pointer)>;
        if (!properties.empty()) properties += ",";
        properties += "\"" + std::string{member.name} + "\":" + FieldType<Field>::schema();
        if (FieldType<Field>::is_required)
            required += (required.empty() ? "\"" : ",\"") + std::string{member.name} + "\"";
    });
    return "{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":[" + required +
           "]}";
}

} // namespace forms

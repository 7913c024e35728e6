#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"

#include <set>
#include <string>
#include <string_view>

namespace guard
{

/// A submission as its page shows it: what was typed, what is wrong, in words. Labels are the keys
/// `<labels>.<field>`; a key `<labels>.<field>_hint` becomes the hint when there is one.
class FormView
{
  public:
    template <class Command>
    FormView(const forms::Form<Command>& form, std::string_view labels)
        : typed_(form.typed), errors_(form.errors), labels_(labels)
    {
        using Members =
            boost::describe::describe_members<Command, boost::describe::mod_public |
                                                           boost::describe::mod_inherited>;
        boost::mp11::mp_for_each<Members>([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<Command&>().*member.pointer)>;
            if (forms::FieldType<Field>::is_required) required_.insert(member.name);
        });
    }

    /// Ready for ui::input_field and its sisters; `otherwise` is shown when nothing was submitted.
    ui::Field field(std::string_view name, std::string_view otherwise = {}) const;
    /// How many fields to correct, or that somebody else saved meanwhile; nothing for a form that
    /// was not submitted.
    html::Html summary() const;
    /// Both versions of a stale form: each field keeps what was typed and says what was saved
    /// otherwise since; sent again, it is on top of `saved`. `shown` are words for values that are
    /// codes.
    void set_beside(const forms::Typed& saved, const forms::Typed& shown);

  private:
    std::string sentence(std::string_view name) const;
    std::string saved_meanwhile(std::string_view name, std::string_view typed) const;
    std::string_view typed_value(std::string_view name, std::string_view otherwise) const;

    forms::Typed typed_;
    forms::Errors errors_;
    std::string labels_;
    std::set<std::string, std::less<>> required_;
    forms::Typed saved_;
    forms::Typed shown_;
};

} // namespace guard

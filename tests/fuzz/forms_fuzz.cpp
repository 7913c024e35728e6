#include "kernel/forms/form.hpp"
#include "tests/fuzz/fuzz.hpp"

#include <boost/describe/class.hpp>

namespace
{

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Everything {
    forms::Text<3, 20> name;
    std::optional<forms::Text<0, 50>> comment;
    forms::Email email;
    std::vector<Colour> colours;
    bool is_on = false;
    std::optional<base::Date> due;
    forms::Number<0, 1000> version;
};
BOOST_DESCRIBE_STRUCT(Everything, (), (name, comment, email, colours, is_on, due, version))

void check(const forms::Form<Everything>& form)
{
    if (!form.is_valid()) return;
    fuzz::must(form.command.name.value.size() >= 3);
    fuzz::must(form.command.name.value.size() <= 20 * 4);
    fuzz::must(form.command.name.value.find('\0') == std::string::npos);
    fuzz::must(form.command.email.value.find('@') != std::string::npos);
}

} // namespace

// Whatever is sent, a form is either wrong, with a word for it, or a command within its types.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto input = fuzz::text(data, size);
    check(forms::bind_json<Everything>(input));
    forms::Typed typed;
    const char* const names[] = {"name", "comment", "email", "colours", "is_on", "due", "version"};
    auto rest = input;
    for (std::size_t field = 0; field < 14 && !rest.empty(); ++field) {
        const auto end = std::min(rest.find('\n'), rest.size());
        typed.emplace_back(names[field % 7], std::string{rest.substr(0, end)});
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    check(forms::bind<Everything>(typed));
    return 0;
}

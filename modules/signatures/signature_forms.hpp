#pragma once

#include "kernel/files/drawing.hpp"
#include "kernel/forms/form.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace signatures
{

/// How a client signs by himself.
enum class SignWith { typed_name, drawing, image };
BOOST_DESCRIBE_ENUM(SignWith, typed_name, drawing, image)

/// What `signing_form` sends, with a file « image » beside it.
struct Sign {
    forms::Text<1, 150> signer_name;
    SignWith how = SignWith::typed_name;
    forms::Text<0, files::drawing_length_max> drawn; ///< files::drawing_of_json, lines alone
    forms::Text<0, 12> code;
    forms::Consent agreed;
    forms::Text<0, 64> shown; ///< SHA-256 of what the page showed
};
BOOST_DESCRIBE_STRUCT(Sign, (), (signer_name, how, drawn, code, agreed, shown))

/// What `scan_form` sends, with a file « scan » beside it.
struct RecordScan {
    forms::Text<1, 150> signer_name;
    forms::Text<0, 64> shown;
};
BOOST_DESCRIBE_STRUCT(RecordScan, (), (signer_name, shown))

} // namespace signatures

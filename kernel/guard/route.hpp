#pragma once

#include "kernel/http/message.hpp"
#include "kernel/http/server.hpp"

#include <string>
#include <string_view>

namespace guard
{

class Call;
using Handler = http::Response (*)(Call&);

/// What the account of who comes in must have, besides his right: nothing more, or a confirmed
/// address and a second factor proved in this session, whatever his role requires.
enum class Account { any, confirmed };

/// Whose requests a route takes: a browser, whose unsafe ones carry the token of a form; or a
/// machine, which signs each message itself. Its handler must check the signature before anything
/// else.
enum class Sender { browser, machine };

/// Who may come in. Every route states one; `tests/isolation` reads the same table.
struct Access {
    enum class Kind {
        open,   ///< anybody, with the reason why
        person, ///< any signed-in person of the staff side, no workspace
        staff,  ///< a member under /e/{workspace}, holding the permission
        portal, ///< a client's user under /p/{workspace}, holding the permission
    };
    Kind kind = Kind::staff;
    std::string permission; ///< staff, portal; empty = any member
    std::string reason;     ///< open
    Account account = Account::any;
    Sender sender = Sender::browser; ///< a machine: open only
};
Access open_to_all(std::string_view reason);
/// Somebody else's server tells us something, without a session; the reason says what proves it.
Access signed_by_machine(std::string_view reason);
Access any_person();
Access needs(std::string_view permission);
/// The same of a confirmed account: who has no second factor yet is led to his enrolment.
Access needs_confirmed(std::string_view permission);
Access any_member();

/// `suggestions` and pages count as reads, every unsafe method as an action.
enum class LimitClass { automatic, uncounted };

/// Whether a member without the second factor his role requires may come here (enrolment,
/// sign-out).
enum class SecondFactor { demanded, not_yet };

struct Route {
    http::Method method = http::Method::Get;
    std::string path;   ///< absolute pattern: "/e/{workspace}/tickets/{number}"
    std::string module; ///< who declared it
    Access access;
    std::string subject; ///< kind of the object the path names ("ticket"), for the isolation suite;
                         ///< or empty
    std::string command; ///< name of the command struct an unsafe route takes; or empty
    LimitClass limit = LimitClass::automatic;
    SecondFactor second_factor = SecondFactor::demanded;
    http::BodyPolicy body;
    Handler handler = nullptr;
};

} // namespace guard

#pragma once

#include "app/commands.hpp"

#include <functional>
#include <string>
#include <variant>

namespace app
{

/// A command as it was typed: one that holds the process, or one that may also run inside the
/// server.
struct Command {
    using Holding = std::function<int(const base::Configuration&)>;
    using Passing = std::function<Reply(Application&)>;
    std::variant<Holding, Passing> run;
    std::string configuration_file = "etabli.toml";
};

/// The arguments with the places they name, « --to » and « --from », as seen from here: the server
/// that may run the command stands elsewhere. Of a message that comes in they name people.
Arguments with_absolute_places(Arguments arguments);

/// Reads the arguments, program name left out. A Reply instead: help, or what is wrong with them.
std::variant<Command, Reply> read_command_line(const Arguments& arguments);

} // namespace app

#pragma once

#include "kernel/base/embedded.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

/// The demonstration of a preset: what presets/NAME/demo/*.toml holds, a year of tickets composed
/// from it, and the workspace written from that. The README.md beside the data says how they fit.
namespace demonstration
{

/// What a member does in a ticket: answers clients, answers about the software, leads the team.
enum class Duty { answers, develops, leads };

struct Member {
    Duty duty = Duty::answers;
    std::string role; ///< code in the preset's roles.toml
    std::string civility;
    std::string first_name;
    std::string last_name;
    std::string email;

    std::string name() const { return first_name + ' ' + last_name; }
};

struct Business {
    std::string slug;
    std::string name;
    int hue = 0; ///< 0–359
    std::vector<Member> members;
};

struct Contact {
    std::string civility;
    std::string first_name;
    std::string last_name;
    std::string email; ///< or a user name, which has no « @ »
    std::string phone;
    std::string job;

    std::string name() const { return first_name + ' ' + last_name; }
};

struct Place {
    std::string address;
    std::string postal_code;
    std::string city;
};

struct Client {
    std::string ref;
    std::string name;
    bool is_person = false;
    std::string type; ///< code of the preset's list "clients.type"
    std::string phone;
    std::string email;
    Place place;
    std::vector<Contact> contacts; ///< the main one first, at least one
};

struct Site {
    std::string name;
    Place place;
    std::string description;
    std::vector<std::size_t> clients; ///< positions in Material::clients, the owner first
    std::vector<std::string> equipment;
};

/// What the team has written once for its clients.
struct Advice {
    std::string title;
    std::string keywords;
    std::string body; ///< Markdown source
};

enum class Who { client, staff, note, developer, answer, resolution };

struct Turn {
    Who who = Who::client;
    int after_minutes = 0;
    std::vector<std::string> texts; ///< variants
    std::string move;               ///< "ask", "reopen" or empty
};

enum class Ending { closed, resolved, dismissed, fresh, taken, open, waiting };
/// Whether a story ends so: the others are those of the last days.
bool is_lasting(Ending ending);

struct Story {
    std::string id;
    std::map<std::string, std::int64_t> priorities; ///< weight per code
    std::vector<std::string> client_types;
    std::vector<std::string> needs; ///< equipment; empty = any site
    Ending ending = Ending::closed;
    std::string reason; ///< of a dismissal: code of the workflow
    std::vector<std::string> titles;
    std::vector<std::string> openings;
    std::vector<Turn> turns;
    std::vector<std::string> resolutions;
    int resolution_after_minutes = 0;
    std::vector<std::int64_t> marks; ///< of ratings to draw from; empty = never rated
    std::vector<std::string> comments;
};

struct Material {
    std::string preset;
    Business business;
    std::vector<Client> clients;
    std::vector<Site> sites;
    std::vector<Advice> advice;
    std::map<std::string, std::vector<std::string>, std::less<>> pools;
    std::map<std::int64_t, std::vector<std::string>> comments; ///< by mark
    std::vector<Story> stories;
};

/// The presets that have a demonstration, by name.
std::vector<std::string> demonstrated_presets(std::span<const base::EmbeddedFile> files);

/// Whether that demonstration is a year of tickets.
bool tells_of_tickets(std::span<const base::EmbeddedFile> files, const std::string& preset);

/// The business and its clients alone. Throws as read_material.
Material read_people(std::span<const base::EmbeddedFile> files, const std::string& preset);

/// Throws std::runtime_error that starts with the file and says the key at fault: unknown key,
/// missing text, reference to no client, ending without what it needs.
Material read_material(std::span<const base::EmbeddedFile> files, const std::string& preset);

} // namespace demonstration

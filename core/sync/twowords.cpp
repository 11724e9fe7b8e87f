#include "core/sync/twowords.h"

#include <string_view>

namespace ourtable::sync {
namespace {

constexpr std::string_view kColours[] = {"AMBER", "BLUE",   "BROWN", "CORAL", "CREAM",  "GOLD",  "GREEN", "GREY",
                                         "IVORY", "LEMON",  "LIME",  "MINT",  "ORANGE", "PEACH", "PINK",  "PLUM",
                                         "RED",   "ROSE",   "RUST",  "SAND",  "SILVER", "SKY",   "TEAL",  "WHITE"};
constexpr std::string_view kAnimals[] = {"BADGER", "BEE",   "DEER",  "DUCK",  "EAGLE", "FOX",   "FROG",   "GOOSE",
                                         "HARE",   "HAWK",  "HERON", "HORSE", "LAMB",  "LARK",  "MOLE",   "MOTH",
                                         "MOUSE",  "NEWT",  "OTTER", "OWL",   "OX",    "PONY",  "PUFFIN", "RABBIT",
                                         "ROBIN",  "SEAL",  "SHEEP", "SNAIL", "SWAN",  "TOAD",  "WHALE",  "WREN"};

} // namespace

std::string twoWordsOf(const Hash &hash)
{
    const std::size_t colour = hash.octets[0] * 256u + hash.octets[1];
    const std::size_t animal = hash.octets[2];
    return std::string(kColours[colour % std::size(kColours)]) + "-" + std::string(kAnimals[animal % std::size(kAnimals)]);
}

} // namespace ourtable::sync

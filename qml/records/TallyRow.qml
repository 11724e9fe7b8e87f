// A count: it grows where it is counted, and is only read here.
import QtQuick

ReadOnlyRow {
}

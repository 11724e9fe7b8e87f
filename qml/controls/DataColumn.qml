// One column of a DataTable.
import QtQuick

QtObject {
    enum Kind { Plain, Who, Tagged, Points }

    required property string role  // of the model; also what the column is sorted by
    required property string text
    property int kind: DataColumn.Plain
    property real weight: 1        // of the width that is left over
    property int least: 110        // dp at 100 % text
    property bool hidden: false
    property bool kept: false      // cannot be hidden
    property bool sorts: true
    property string emptyText      // said and shown when there is nothing
    property string ofRole         // Points: out of how many; 0 none yet
    property string toneRole       // Tagged: what its tone is looked up by
    property var tones: ({})       // Tagged: a Tone by the value of toneRole
}

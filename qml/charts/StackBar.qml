// Parts of a whole, { text, value, words }; more than four become three and all others.
import QtQuick
import OurTable.Charts

Chart {
    kind: ChartPicture.Stack
}

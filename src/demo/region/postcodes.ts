/**
 * The postcodes of the eleven municipalities around Arnhem: public facts, with a centre rounded to a hundredth of a degree
 * (about a kilometre). The weight is a guess at how many people who may need care live there; it is only for practice.
 */
export type PracticePostcode = {
  pc4: string
  place: string
  municipality: string
  latitude: number
  longitude: number
  weight: number
}

/** 'pc4 place, latitude longitude weight' per line, under its municipality. */
const table = `
Arnhem:
6811 Arnhem, 51.98 5.91 7
6812 Arnhem, 51.98 5.88 6
6813 Arnhem, 51.99 5.88 6
6814 Arnhem, 51.99 5.90 7
6815 Arnhem, 52.00 5.91 6
6816 Arnhem, 52.03 5.88 3
6821 Arnhem, 51.99 5.91 6
6822 Arnhem, 52.00 5.93 8
6823 Arnhem, 52.00 5.94 7
6824 Arnhem, 51.99 5.94 9
6825 Arnhem, 51.98 5.97 8
6826 Arnhem, 51.98 5.95 9
6827 Arnhem, 51.97 5.94 5
6828 Arnhem, 51.98 5.92 6
6831 Arnhem, 51.96 5.89 7
6832 Arnhem, 51.96 5.91 7
6833 Arnhem, 51.97 5.93 8
6834 Arnhem, 51.96 5.93 6
6835 Arnhem, 51.95 5.91 8
6836 Arnhem, 51.95 5.89 8
6841 Arnhem, 51.98 5.89 3
6842 Arnhem, 51.96 5.88 7
6843 Arnhem, 51.96 5.86 6
6844 Arnhem, 51.95 5.86 7
6845 Arnhem, 51.95 5.87 6
6846 Arnhem, 51.96 5.84 6
Doesburg:
6981 Doesburg, 52.01 6.14 5
6982 Doesburg, 52.01 6.15 5
6983 Doesburg, 52.00 6.13 4
6984 Doesburg, 52.03 6.16 1
Duiven:
6921 Duiven, 51.96 6.02 12
6922 Duiven, 51.95 5.99 9
6923 Groessen, 51.93 6.03 2
6924 Loo, 51.93 5.99 2
Lingewaard:
6681 Bemmel, 51.89 5.90 11
6685 Haalderen, 51.89 5.93 3
6686 Doornenburg, 51.89 6.00 3
6687 Angeren, 51.92 5.96 3
6691 Gendt, 51.87 5.97 7
6851 Huissen, 51.94 5.95 10
6852 Huissen, 51.94 5.93 10
Overbetuwe:
6661 Elst, 51.94 5.83 11
6662 Elst, 51.90 5.85 10
6665 Driel, 51.96 5.81 5
6666 Heteren, 51.96 5.75 6
6668 Randwijk, 51.95 5.71 2
6671 Zetten, 51.93 5.71 6
6672 Hemmen, 51.93 5.70 1
6673 Andelst, 51.91 5.73 3
6674 Herveld, 51.90 5.75 3
6675 Valburg, 51.91 5.79 2
6676 Homoet, 51.93 5.79 1
6677 Slijk-Ewijk, 51.88 5.79 1
6678 Oosterhout, 51.88 5.82 4
6679 Oosterhout, 51.95 5.86 1
Renkum:
6861 Oosterbeek, 51.99 5.83 9
6862 Oosterbeek, 51.98 5.84 8
6865 Doorwerth, 51.98 5.80 8
6866 Heelsum, 51.98 5.75 6
6871 Renkum, 51.98 5.74 9
6874 Wolfheze, 52.00 5.79 3
Rheden:
6881 Velp, 52.00 5.99 9
6882 Velp, 51.99 5.97 8
6883 Velp, 51.99 6.00 7
6951 Dieren, 52.06 6.10 8
6952 Dieren, 52.05 6.07 7
6953 Dieren, 52.04 6.10 7
6955 Ellecom, 52.03 6.09 1
6956 Spankeren, 52.06 6.11 2
6957 Laag-Soeren, 52.08 6.07 1
6991 Rheden, 52.01 6.03 8
6994 De Steeg, 52.02 6.06 2
Rozendaal:
6891 Rozendaal, 52.01 5.97 3
Wageningen:
6701 Wageningen, 51.96 5.66 5
6702 Wageningen, 51.95 5.64 5
6703 Wageningen, 51.96 5.69 6
6704 Wageningen, 51.98 5.70 3
6705 Wageningen, 51.99 5.70 2
6706 Wageningen, 51.98 5.68 6
6707 Wageningen, 51.97 5.66 6
6708 Wageningen, 51.99 5.65 8
6709 Wageningen, 51.97 5.64 3
Westervoort:
6931 Westervoort, 51.96 5.97 10
6932 Westervoort, 51.95 5.97 8
Zevenaar:
6901 Zevenaar, 51.93 6.08 9
6902 Zevenaar, 51.93 6.10 9
6903 Zevenaar, 51.96 6.07 6
6904 Zevenaar, 51.93 6.06 7
6905 Zevenaar, 51.92 6.06 7
6909 Babberich, 51.91 6.11 2
6911 Pannerden, 51.89 6.04 3
6913 Aerdt, 51.89 6.08 1
6914 Herwen, 51.89 6.10 2
6915 Lobith, 51.86 6.12 4
6916 Tolkamer, 51.85 6.10 2
6917 Spijk, 51.85 6.15 1
6986 Angerlo, 52.00 6.13 2
6987 Giesbeek, 51.99 6.07 3
6988 Lathum, 51.99 6.02 1
`

export const postcodes: readonly PracticePostcode[] = readTable(table)

export const municipalities: readonly string[] = [...new Set(postcodes.map(({ municipality }) => municipality))]

function readTable(text: string): PracticePostcode[] {
  let municipality = ''
  const found: PracticePostcode[] = []
  for (const line of text.trim().split('\n')) {
    if (line.endsWith(':')) {
      municipality = line.slice(0, -1)
      continue
    }
    const [name = '', numbers = ''] = line.split(', ')
    const [latitude = 0, longitude = 0, weight = 0] = numbers.split(' ').map(Number)
    found.push({ pc4: name.slice(0, 4), place: name.slice(5), municipality, latitude, longitude, weight })
  }
  return found
}

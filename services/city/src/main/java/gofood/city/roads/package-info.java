/// The streets as a graph: imported from the extract by GraphHopper, kept in files, and searched
/// here.
///
/// - [RoadImport] makes the files, [Roads] opens them and answers.
/// - [Speeds] says how fast each vehicle is on each kind of street; nothing else than time counts.
/// - [Hierarchy] is one vehicle's contraction hierarchy in flat arrays, [Search] a search in it.
@NullMarked
package gofood.city.roads;

import org.jspecify.annotations.NullMarked;
